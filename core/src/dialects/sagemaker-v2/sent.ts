import type { Signature } from "../../catalog/sdk-catalog.js";
import type { CallSite } from "../../python/call-site.js";
import type { CallRecord, FrozenArguments } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import type { FieldPath, JobRequest } from "../../requests/request.js";
import type { Construction } from "./construction.js";
import type { Sending } from "./family.js";

export type Invocation = Extract<CallRecord, { kind: "invocation" }>;

/** One object whose settings go into a request, as it is when the request is sent. */
export interface Subject {
  readonly now: Value;
  /** Undefined: no call of the notebook made it. */
  readonly construction: Construction | undefined;
  /** Of several that an object is made of: its name there. */
  readonly named?: string;
  /** Its call expands other keywords for another object: one that is written there might be given twice. */
  readonly expandsOthers?: true;
}

/** The call that gives what the object does not have: of a method, or of a step that an object is given to. */
export interface Launch {
  readonly call: CallSite;
  /** Its arguments by parameter name. */
  readonly given: ReadonlyMap<string, Value>;
  readonly signature?: Signature;
  /** As it is written. Undefined: of a step. */
  readonly bound?: FrozenArguments;
  readonly through?: JobRequest["through"];
}

export interface Sent {
  readonly sending: Sending;
  /** Which request this is of the object, and at what. */
  readonly subject: Subject;
  /** What the fields' paths begin with. */
  readonly part?: FieldPath;
  /** The call that the request is shown at, and its class. */
  readonly shown: CallSite;
  readonly name: string;
  readonly launch: Launch | undefined;
  /** The object that the method is called on; the subject, but for parts. */
  readonly sender: Value;
  /** A step makes the request of the object itself: its session, which adds the SDK's defaults, is not asked. */
  readonly pastSession?: true;
}
