import { calculate } from "./calculate.js";
import { changeFolder, folderText, goBack, popFolder, pushFolder } from "./shell-folder.js";
import { notKnown, notSet, copyOf, setArguments, setVariable, type ShellState } from "./shell-state.js";
import type { Field } from "./expand-word.js";

/** A function while its body is followed. */
export interface Call {
  readonly name: string;
  /** Where it is left before its end. */
  readonly returns: ShellState[];
}

/**
 * What the shell's own command changes.
 *
 * @param call The function that it stands in, if any.
 * @returns Whether the script, or the function, ends there.
 */
export function runBuiltin(
  program: string,
  fields: readonly Field[],
  state: ShellState,
  call: Call | undefined,
): boolean {
  switch (program) {
    case "unset":
      for (const { text } of fields) {
        const [name = ""] = text.split("[");
        setVariable(state, name, name === text ? [notSet] : notKnown);
      }
      break;
    case "read":
    case "mapfile":
    case "readarray":
    case "getopts":
      for (const { text } of fields) if (/^[A-Za-z_]\w*$/.test(text)) setVariable(state, text, notKnown);
      break;
    case "let":
      for (const { text } of fields) calculate(text, state);
      break;
    case "printf":
      if (fields[0]?.text.startsWith("-v") === true)
        setVariable(state, (fields[1]?.text ?? "").split("[")[0] ?? "", notKnown);
      break;
    case "shift": {
      const [count = { text: "1" }] = fields;
      const [given, other] = state.arrays.get("@") ?? [];
      const isKnown = given && other === undefined && /^\d$/.test(count.text);
      setArguments(state, isKnown ? given.slice(Number(count.text)) : undefined);
      break;
    }
    case "set": {
      const given = argumentsSet(fields);
      if (given) setArguments(state, given);
      break;
    }
    case "cd":
    case "pushd":
    case "popd": {
      const [folder, other] = fields.filter(({ text }) => !/^-[LPe@]+$/.test(text));
      const isOne = folder && !other && !folder.splits;
      const known = isOne && !/^[-+]/.test(folder.text) ? folder : undefined;
      if (program === "pushd") pushFolder(state, known);
      else if (program === "popd" && !folder) popFolder(state);
      else if (program === "cd" && isOne && folder.text === "-") goBack(state);
      else changeFolder(state, program === "cd" ? known : undefined);
      setVariable(state, "PWD", [folderText(state)]);
      break;
    }
    case "return":
      call?.returns.push(copyOf(state));
      return true;
    case "exit":
      return true;
    default:
  }
  return false;
}

/** `set -- WORD…`; undefined: it sets options only, as `set -o pipefail` does. */
function argumentsSet(fields: readonly Field[]): readonly Field[] | undefined {
  for (let at = 0; at < fields.length; at += 1) {
    const { text = "", splits = false } = fields[at] ?? {};
    if (/^--?$/.test(text)) return text === "--" || at + 1 < fields.length ? fields.slice(at + 1) : undefined;
    if (splits || !/^[-+]/.test(text)) return fields.slice(at);
    if (/^[-+]\w*o$/.test(text)) at += 1;
  }
  return undefined;
}
