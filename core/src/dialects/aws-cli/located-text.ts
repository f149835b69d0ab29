import type { Span } from "../../notebook/span.js";
import type { FilePlace, Value } from "../../python/value.js";
import { unknownText } from "./shell/parse-script.js";

/** The text of an argument, with the place of each part of it. */
export interface LocatedText {
  readonly text: string;
  /** What Python made the text of. */
  readonly made?: Value;
  /** Where the characters from `from` to `to` were written. */
  place(from: number, to: number): Span | undefined;
  /** Why what is not known at `at` is not. */
  why(at: number): string;
  /** Which line of which file it is, where it is not written in the notebook. */
  read?(from: number): FilePlace;
}

/** A part of the text as a string value. */
export function textValue(located: LocatedText, data: string, from: number, to: number): Value {
  const span = located.place(from, to);
  const at = span ? { span } : located.read ? { read: located.read(from) } : {};
  if (!data.includes(unknownText)) return { kind: "constant", data, ...at };
  return unknownValue(located, from, to);
}

export function unknownValue(located: LocatedText, from: number, to: number): Value {
  const span = located.place(from, to);
  const mark = located.text.indexOf(unknownText, from);
  const why = located.why(mark < 0 || mark >= to ? from : mark);
  return { kind: "unknown", why, ...(span ? { span } : {}) };
}
