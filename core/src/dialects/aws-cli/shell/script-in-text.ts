import type { Text } from "./expand-word.js";
import { parseScript } from "./parse-script.js";
import type { Range, Script } from "./syntax.js";

/** Commands that stand in a text. */
export interface ScriptInText {
  readonly script: Script;
  /** Whether they stand there as they are, so that they can be edited. */
  readonly inText: "as it is" | "made";
}

/** Longer texts are not read. */
export const longestText = 20_000;

/**
 * The commands of a text that a shell is given.
 *
 * @param whole The script at hand, in which the text's characters are.
 * @param range Of the command that is given the text: what is not written there is told of it.
 */
export function scriptInText(text: Text, whole: string, range: Range): ScriptInText {
  const [from = -1] = text.at;
  const isWritten = from >= 0 && whole.startsWith(text.text, from);
  if (isWritten && text.at.every((at, index) => at === from + index))
    return { script: parseScript(whole, from, from + text.at.length), inText: "as it is" };
  const known = text.text.length <= longestText ? text.text : "";
  return { script: moved(parseScript(known), text.at, range) as Script, inText: "made" };
}

/** What is parsed of a text, with the places of the script that the text was made in. */
function moved(node: unknown, at: readonly number[], range: Range): unknown {
  if (Array.isArray(node)) return node.map((one: unknown) => moved(one, at, range));
  if (typeof node !== "object" || node === null) return node;
  const placeOf = (offset: number) => at[offset] ?? -1;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]: [string, unknown]) => {
      if (key === "at" && Array.isArray(value)) return [key, value.map(placeOf)];
      if (key === "from" || key === "to") return [key, range[key]];
      return [key, moved(value, at, range)];
    }),
  );
}
