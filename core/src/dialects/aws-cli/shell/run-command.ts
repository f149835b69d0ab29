import type { Field, Text, Variables } from "./expand-word.js";
import type { ScriptInText } from "./script-in-text.js";
import type { Folder } from "./shell-folder.js";

/** A command that the script runs, as it is given to the program. */
export interface RunCommand {
  /** One of them is run; several where a variable differs by branch. */
  readonly alternatives: readonly (readonly Field[])[];
  /** The variables that the program sees. */
  readonly variables: Variables;
  /** What is known to be in files then, by path: what the script itself wrote, or what was there before. */
  readonly files: ReadonlyMap<string, Text>;
  readonly folder: Folder;
  /** It is no syntax of the shell's, which runs nothing of it. */
  readonly isRefused: boolean;
  /** It stands in a text that a shell is given: `bash -c '…'`. */
  readonly inText?: ScriptInText["inText"];
  readonly from: number;
  readonly to: number;
}
