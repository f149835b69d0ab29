import { calculate } from "./calculate.js";
import { notKnown, notSet, copyOf, lose, setArguments, setVariable, type ShellState } from "./shell-state.js";
import type { Field, Text } from "./expand-word.js";
import { assignmentsIn } from "./program-prefix.js";

/** A function while its body is followed. */
export interface Call {
  readonly name: string;
  /** What its own variables hide. */
  readonly hidden: Map<
    string,
    readonly [values: readonly Text[] | undefined, items: readonly (readonly Text[])[] | undefined]
  >;
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
    case "export":
    case "declare":
    case "typeset":
    case "local":
    case "readonly": {
      const hidden = program === "export" || program === "readonly" ? undefined : call?.hidden;
      for (const { text } of fields) {
        const [, name] = /^([A-Za-z_]\w*)(?:=|$)/.exec(text) ?? [];
        if (name === undefined) continue;
        if (program === "export") state.exported.add(name);
        if (!hidden) continue;
        if (!hidden.has(name)) hidden.set(name, [state.variables.get(name), state.arrays.get(name)]);
        setVariable(state, name, [notSet]);
      }
      for (const [name, value] of assignmentsIn(fields)) setVariable(state, name, [value]);
      // `declare -x`, `declare -n`, `declare -A` and the like
      if (fields.some(({ text }) => text.startsWith("-")) && program !== "export")
        for (const { text } of fields) setVariable(state, text.split("=")[0] ?? text, notKnown);
      break;
    }
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
    case "printf":
      for (const { text } of fields) if (/^[A-Za-z_]\w*$/.test(text)) setVariable(state, text, notKnown);
      break;
    case "let":
      for (const { text } of fields) calculate(text, state);
      break;
    case "source":
    case ".":
      lose(state);
      break;
    case "shift": {
      const [count = { text: "1" }] = fields;
      const [given, other] = state.arrays.get("@") ?? [];
      const isKnown = given && other === undefined && /^\d$/.test(count.text);
      setArguments(state, isKnown ? given.slice(Number(count.text)) : undefined);
      break;
    }
    case "set":
      // `set -o pipefail` sets none
      if (
        fields.some(
          ({ text }, index) =>
            /^(?:--$|[^-+])/.test(text) && !/^[-+]\w*o$/.test(fields[index - 1]?.text ?? ""),
        )
      )
        setArguments(state, undefined);
      break;
    case "cd":
    case "pushd":
    case "popd":
      state.files.clear();
      break;
    case "return":
      call?.returns.push(copyOf(state));
      return true;
    case "exit":
      return true;
    default:
  }
  return false;
}
