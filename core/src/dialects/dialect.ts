import type { Notebook } from "../notebook/notebook.js";
import type { Edit } from "../notebook/span.js";
import type { CallRecord, ShellRecord } from "../python/record.js";
import type { State } from "../python/state.js";
import type { FieldChange, JobRequest, MadeObject, MemberEdit } from "../requests/request.js";
import type { KnownReadings } from "./known-readings.js";
import type { Surroundings } from "./write/surroundings.js";

/** What a dialect reads requests of, besides calls. */
export interface Outcome {
  /** What shells are told to run. */
  readonly commands: readonly ShellRecord[];
  /** After the last cell. */
  readonly state: State;
  /** What was read of the calls before, if the host checks the same notebook again and again. */
  readonly known?: KnownReadings;
}

/** One way to ask SageMaker for a job: it reads calls into requests, and writes fields back into those calls. */
export interface Dialect {
  /** The requests of the calls that are this dialect's; a call that several rounds of a loop reach is one. */
  read(records: readonly CallRecord[], outcome: Outcome): readonly JobRequest[];
  /** The calls that make objects which can send requests, whether or not they do. */
  objects?(records: readonly CallRecord[]): readonly MadeObject[];
  /** The edits that give the fields their values; undefined when that cannot be done safely. */
  write(
    request: JobRequest,
    changes: readonly FieldChange[],
    notebook: Notebook,
    surroundings?: Surroundings,
  ): readonly Edit[] | undefined;
  /** Changes one member where it was written, in a text that is not Python. */
  writeMember?(request: JobRequest, edit: MemberEdit, notebook: Notebook): readonly Edit[] | undefined;
}
