import { declareVariables } from "./declare-variables.js";
import type { Field, Variables, Text } from "./expand-word.js";
import { unknownText } from "./parse-script.js";
import { printf } from "./printed-text.js";
import { readWords } from "./read-words.js";
import { runBuiltin, type Call } from "./run-builtin.js";
import type { ScriptOutput } from "./script-output.js";
import type { ScriptWords } from "./script-words.js";
import { notKnown, setVariable, type ShellState } from "./shell-state.js";
import type { SimpleCommand } from "./syntax.js";

/** A command with its words as they are given, one of several where a variable differs by branch. */
export interface ProgramCall {
  readonly command: SimpleCommand;
  readonly alternatives: readonly (readonly Field[])[];
  /** The variables that it sees. */
  readonly own: Variables;
  readonly input: Text | undefined;
  readonly state: ShellState;
}

/**
 * What a command of the shell's own changes; nothing for others.
 *
 * @param call The function that it stands in, if any.
 * @returns Whether the script, or the function, ends there.
 */
export function runOwnCommand(
  program: string,
  given: ProgramCall,
  words: ScriptWords,
  output: ScriptOutput,
  call: Call | undefined,
): boolean {
  const { command, alternatives, state } = given;
  const [[, ...fields] = [], other] = alternatives;
  if (/^(?:export|declare|typeset|local|readonly)$/.test(program)) {
    declareVariables(program, fields, command.declared ?? [], state, call, words);
    return false;
  }
  if (reads(program, given, output)) return false;
  const [option, name] = fields;
  if (program === "printf" && option?.text === "-v" && /^[A-Za-z_]\w*$/.test(name?.text ?? "")) {
    const isTold = !other && fields.every(({ splits }) => !splits);
    const printed = isTold ? printf(fields.slice(2)) : undefined;
    setVariable(state, name?.text ?? "", printed ? [printed] : notKnown);
    return false;
  }
  const isSure = !other || !/^(?:cd|pushd|set|shift)$/.test(program);
  return runBuiltin(program, isSure ? fields : fields.map((one) => ({ ...one, ...notTold })), state, call);
}

const notTold = { text: unknownText, at: [-1], splits: true } as const;

/** `read NAME <<< text`, where that is known. */
function reads(
  program: string,
  { command, alternatives, own, state }: ProgramCall,
  output: ScriptOutput,
): boolean {
  const [fields, other] = alternatives;
  if (!/^(?:read|mapfile|readarray)$/.test(program) || !fields || other) return false;
  const input = output.textOf({ ...command, assignments: [], words: [] }, undefined, state);
  const [ends, more] = own.get("IFS") ?? [];
  if (!input || more || ends?.text.includes(unknownText) === true) return false;
  return readWords(program, fields.slice(1), input, ends?.text, state);
}
