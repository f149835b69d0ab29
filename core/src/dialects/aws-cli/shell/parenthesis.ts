import type { Range } from "./syntax.js";

/** What an unquoted parenthesis at `at` is after words of which this is the first. None of these: the shell refuses it. */
export function parenthesisAfter(
  { from, to }: Range,
  text: string,
  at: number,
): "function" | "subshell" | "array" | "refused" {
  const word = text.slice(from, to);
  if (/^(?:declare|typeset|local|export|readonly|eval)$/.test(word)) return "array";
  if (/^(?:time|coproc)$/.test(word)) return "subshell";
  return /^\([ \t]*\)/.test(text.slice(at, at + 40)) ? "function" : "refused";
}
