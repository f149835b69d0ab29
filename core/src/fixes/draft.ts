import type { FieldChange } from "../requests/request.js";
import type { Candidate } from "./candidates.js";

/** Before it is judged. */
export interface Draft {
  readonly about: Omit<Candidate, "changes" | "reasons" | "open">;
  readonly reasons: readonly string[];
  /** The changes to try; the first that pass are taken. */
  readonly alternatives: readonly (readonly FieldChange[])[];
  /** What is not looked at, where judging would ask too much for each: no rule is asked. */
  readonly unjudged?: string;
  /** Other names by which it may be preferred. */
  readonly alsoNamed?: readonly string[];
}
