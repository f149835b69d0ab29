import type { FileAnswer, FileAnswers, SdkDefaultsPlaces } from "../files/file-answer.js";

/** What the evaluator can look at besides the notebook. */
export interface Surroundings {
  /** Absent: nobody reads files, and what is in them is not known. */
  readonly files?: FileAnswers;
  /** Absent: the host cannot say where the SageMaker SDK looks for its defaults. */
  readonly sdkDefaults?: SdkDefaultsPlaces;
  /** What the SDK's `get_execution_role()` gives; absent: the host cannot say. */
  readonly executionRole?: GivenRole;
}

/** `isOfCaller`: only where the notebook asks with the credentials of the environment. `why` completes "not known: …". */
export type GivenRole =
  | { readonly state: "known"; readonly arn: string; readonly isOfCaller: boolean }
  | { readonly state: "unknown"; readonly why: string };

/** The surroundings of one cell, which notes what the cell looks at. */
export class FileLog {
  readonly reads = new Map<string, FileAnswer | undefined>();
  private role: { readonly seen: GivenRole | undefined } | undefined;
  private places: { readonly seen: SdkDefaultsPlaces | undefined } | undefined;

  constructor(private readonly around: Surroundings) {}

  /** Whether anybody answers at all. */
  get isOpen(): boolean {
    return this.around.files !== undefined;
  }

  /** Somebody looked at something. */
  get isUsed(): boolean {
    return this.reads.size > 0 || this.role !== undefined || this.places !== undefined;
  }

  /** Undefined: not answered yet. */
  read(path: string): FileAnswer | undefined {
    const answer = this.around.files?.get(path);
    this.reads.set(path, answer);
    return answer;
  }

  get sdkDefaults(): SdkDefaultsPlaces | undefined {
    this.places = { seen: this.around.sdkDefaults };
    return this.around.sdkDefaults;
  }

  get executionRole(): GivenRole | undefined {
    this.role = { seen: this.around.executionRole };
    return this.around.executionRole;
  }

  stillReads(around: Surroundings): boolean {
    if (this.isOpen !== (around.files !== undefined)) return false;
    if (this.places && !samePlaces(this.places.seen, around.sdkDefaults)) return false;
    if (this.role && !sameRole(this.role.seen, around.executionRole)) return false;
    for (const [path, answer] of this.reads) if (!sameAnswer(answer, around.files?.get(path))) return false;
    return true;
  }
}

export function sameAnswer(left: FileAnswer | undefined, right: FileAnswer | undefined): boolean {
  if (left === right) return true;
  if (left?.state !== right?.state) return false;
  return left?.state !== "text" || (right?.state === "text" && left.text === right.text);
}

function sameRole(left: GivenRole | undefined, right: GivenRole | undefined): boolean {
  if (left === right) return true;
  if (left?.state === "known" && right?.state === "known")
    return left.arn === right.arn && left.isOfCaller === right.isOfCaller;
  return left?.state === "unknown" && right?.state === "unknown" && left.why === right.why;
}

function samePlaces(left: SdkDefaultsPlaces | undefined, right: SdkDefaultsPlaces | undefined): boolean {
  if (left === right) return true;
  return (["administrator", "user"] as const).every(
    (one) => left?.[one].path === right?.[one].path && left?.[one].isOverride === right?.[one].isOverride,
  );
}
