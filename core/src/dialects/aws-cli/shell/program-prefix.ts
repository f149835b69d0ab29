import type { Field, Text } from "./expand-word.js";

/** Programs that run the program that follows, and their options that take the next word. */
const prefixes: ReadonlyMap<string, readonly string[]> = new Map([
  ["time", ["-f", "-o"]],
  ["sudo", ["-u", "-g", "-C", "-D", "-h", "-p", "-R", "-T"]],
  ["command", []],
  ["exec", ["-a"]],
  ["nohup", []],
  ["nice", ["-n"]],
  ["env", ["-u", "-C"]],
  ["builtin", []],
]);

export function prefixLength(fields: readonly Field[]): number {
  let start = 0;
  for (;;) {
    const valued = prefixes.get(fields[start]?.text ?? "");
    if (valued === undefined || start >= fields.length - 1) return start;
    start += 1;
    while (start < fields.length - 1 && /^(?:--?\w[\w=-]*|[A-Za-z_]\w*=.*)$/.test(fields[start]?.text ?? ""))
      start += valued.includes(fields[start]?.text ?? "") ? 2 : 1;
    start = Math.min(start, fields.length - 1);
  }
}

/** `NAME=value` of `export NAME=value` and `env NAME=value program`. */
export function assignmentsIn(fields: readonly Field[]): readonly (readonly [name: string, value: Text])[] {
  return fields.flatMap(({ text, at }) => {
    const [all, name] = /^([A-Za-z_]\w*)=/.exec(text) ?? [];
    return all === undefined || name === undefined
      ? []
      : [[name, { text: text.slice(all.length), at: at.slice(all.length) }] as const];
  });
}
