import type { ClientId, Field, FieldPath, Json, Refusal, UnsentSetting } from "../../requests/request.js";
import type { Value } from "../../python/value.js";
import type { Shape } from "../structures/structure.js";
import type { Filling, Unheeded } from "../sdk-defaults/apply-defaults.js";

/**
 * Where the SDK takes a value from: steps through attributes and dict keys, from the object or the launching call; or
 * whether one of these methods is called on the object somewhere in the notebook, or on the one that made it.
 */
export interface Source {
  readonly of: "object" | "launch" | "calls";
  /** Of the object whose method made this one. */
  readonly onMaker?: true;
  /** None given is not the same as nothing given. */
  readonly evenNone?: boolean;
  /** The SDK's defaults take the place of that None all the same. */
  readonly orDefaults?: true;
  readonly steps: readonly string[];
}

/** The value at a source, of the request that is read. */
export type Look = (source: Source) => Value | undefined;

/** How one field of the request comes about. */
export interface Mapped {
  readonly path: FieldPath;
  /** The first of these that is given counts. */
  readonly from: readonly Source[];
  /** The SDK leaves the field out for this: a flag that is False. */
  readonly leftOut?: Json;
  /** Only objects of these classes leave it out: for an image that is "" frameworks take one of their own. */
  readonly leftOutBy?: readonly string[];
  /** Where that is given, the SDK's defaults do not take its place. */
  readonly leftOutForGood?: true;
  /** Sent when nothing is given. */
  readonly default?: Json;
  /** Why nobody knows what is sent when nothing is given: it completes "not known: …". */
  readonly unknown?: string;
  /** None is sent as it is, given or by default: botocore refuses it, and a pipeline's definition has it. */
  readonly sendsNone?: boolean;
  /** Sent for None, and for what is not given of an object that is: NetworkConfig's isolation, False. */
  readonly forNone?: boolean;
  /** What the SDK makes of the value; undefined: only known at run time. */
  readonly convert?: (value: Json) => Json | undefined;
  /** The SDK makes a structure or a list of the value. What a call that is not there would give is not told. */
  readonly shape?: Shape;
  /** What the object has for it, and the SDK does not hand on: `what` completes "The … is not that of the …". */
  readonly leftBehind?: { readonly of: Source; readonly what: string };
  /** Sent only when one of these is given: the output key where there is output. */
  readonly onlyWith?: readonly Source[];
  /** Not sent where the object whose method it is has this: a tuner's own instances. */
  readonly unless?: (sender: Value, named: string | undefined) => Value | undefined;
  /** The defaults fill it only where one of these is given. */
  readonly filledWith?: readonly Source[];
}

/** What a method has before it that may raise. */
export interface Raising {
  readonly look: Look;
  /** The object's class. */
  readonly type: string;
  readonly method: string;
  /** Of the request, with the SDK's defaults. */
  readonly fields: ReadonlyMap<FieldPath, Field>;
  /** The SDK's defaults as its session has them; undefined: none. */
  readonly defaults: Value | undefined;
  /** Of an object that the object has. */
  readonly called: (value: Value, methods: readonly string[]) => boolean | "maybe";
  /** As in `Parts`. */
  readonly part: FieldPath;
  /** The object whose method it is: of a tuning job the tuner, where `look` sees its estimator. */
  readonly sender: Value;
}

/** What the client does with half a VPC. */
export type HalfVpcEnding =
  /** The constructor raises, of what it is given; what is half later is dropped. */
  | "constructor raises"
  /** What is given to the method raises; of the object's attributes half a VPC is dropped. */
  | "override raises"
  | "SDK drops it"
  | "botocore refuses";

/** One request that methods of a class send. */
export interface Sending {
  readonly operation: string;
  readonly methods: ReadonlySet<string>;
  /** The call that the request is shown at and that names the class: the constructor, or the method that sends. */
  readonly shownAt: "construction" | "launch";
  /** Predicted for an object that nothing launches, as it is after the last cell; "alone": when it sends nothing else. */
  readonly unlaunched: boolean | "alone";
  /** An object that sends this is not expected to send the other too; where it does, it is listed as that alone. */
  readonly insteadOf?: string;
  /** Nothing is sent where this is given. */
  readonly unless?: Source;
  /** Sent only where this is true in Python's sense, or is not. Where nobody knows, `true` counts as not sent. */
  readonly onlyWhere?: { readonly source: Source; readonly is: boolean };
  readonly fields: readonly Mapped[];
  readonly halfVpc: HalfVpcEnding;
  /** The SDK raises where this is given at all, so that nothing of it can be set. */
  readonly refuses?: { readonly given: Source; readonly refusal: Refusal };
  /** Whether it is sent for what the method is given; where nobody knows, it counts as sent. */
  readonly isSent?: (look: Look) => boolean;
  /** What `deploy` raises for what it is given, before it sends anything. */
  readonly deployRaises?: (look: Look) => Refusal | undefined;
  /** What the methods raise for what they and the object are given, before anything is sent. */
  readonly raises?: (raising: Raising) => Refusal | undefined;
  /** The same of methods that only describe the request for a pipeline's definition. */
  readonly raisesInPipelines?: (raising: Raising) => Refusal | undefined;
  /** The method raises where it is not to wait and to show logs all the same. */
  readonly waitsForLogs?: true;
  /** Where no instance type is given, the class chooses one. */
  readonly choosesType?: true;
  /** The instance type is the object's, whatever the method is given: this one, where the object has none. */
  readonly ownType?: string;
  /** Keys of the defaults that make the method raise. */
  readonly raisesFor?: readonly { readonly key: string; readonly refusal: Refusal }[];
  /** What is given and does not come out in the request. */
  readonly unsent?: readonly Unsent[];
  /** The SDK puts tags of its own beside those that are given. */
  readonly addsTags?: true;
  /** How it is filled with the SDK's defaults after the constructors are done. */
  readonly filling?: Filling;
  /** The key of the defaults' tags, where it is not the operation's: `SageMaker.TrainingJob.Tags`. */
  readonly tagsKey?: string;
  /** Keys of the defaults that this class does not heed. */
  readonly unheeded?: Unheeded;
  /** An object in the object that has the settings, and what its requests' paths begin with here. */
  readonly parts?: Parts;
}

/** A setting that the notebook gives and that the SDK leaves out. */
export interface Unsent {
  readonly from: Source;
  readonly setting: UnsentSetting["setting"];
  /** The class of the object that has it, when it is another one. */
  readonly of?: string;
  /** Left out only where this is not given. */
  readonly unless?: Source;
  /** The field that would say the same. */
  readonly instead?: FieldPath;
}

/** A tuning job is made of training jobs: of one estimator, or of several by name. */
export interface Parts {
  readonly one: { readonly member: string; readonly prefix: FieldPath };
  readonly several: { readonly member: string; readonly prefix: FieldPath };
}

/** The classes below `base`, and the requests that they send. */
export interface Family {
  readonly base: string;
  /** Whose classes these are; SDK v2's where it is not said. */
  readonly client?: ClientId;
  /** The constructor raises this where there is no role, not from the SDK's defaults either. */
  readonly withoutRole?: string | undefined;
  /** It is no job or resource itself, only the way to make some: a Session. */
  readonly isService?: boolean;
  readonly sends: readonly Sending[];
  /** Attributes under another name than their parameter's: parameter → attribute. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Methods with a parameter's name that are called to learn the setting: assigning to them does not set it. */
  readonly methods?: readonly string[];
  /** They are called whenever a request is sent; otherwise only sometimes. */
  readonly callsMethods?: boolean;
  /** Parameters that take an object of this class. */
  readonly objects: ReadonlyMap<string, string>;
  /** Parameters whose objects become part of this one, so that nothing is missing when nothing launches them. */
  readonly absorbs?: readonly string[];
}

/** `object("network_config.subnets")`: the attribute of the attribute. */
export function object(steps: string): Source {
  return sourceOf("object", steps, objects);
}

/** `launch("outputs")`: the argument of the method that sends the request. */
export function launch(steps: string): Source {
  return sourceOf("launch", steps, launches);
}

/** Asked for by name at each request, and made once. */
function sourceOf(of: "object" | "launch", steps: string, made: Map<string, Source>): Source {
  let source = made.get(steps);
  if (!source) made.set(steps, (source = { of, steps: steps.split(".") }));
  return source;
}

const objects = new Map<string, Source>();
const launches = new Map<string, Source>();

/** `called("fit")`: whether it is, anywhere; undefined: not that anybody sees. */
export function called(...methods: readonly string[]): Source {
  return { of: "calls", steps: methods };
}

/** `calledOnMaker("build")`: the same of the object whose method made this one. */
export function calledOnMaker(...methods: readonly string[]): Source {
  return { of: "calls", onMaker: true, steps: methods };
}
