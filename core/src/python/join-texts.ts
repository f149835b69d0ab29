import { partlyText, text, unknown, type MachineValue } from "./machine.js";
import { anything, joinPatterns, type TextPattern } from "./text-pattern.js";
import type { WrittenSpan } from "./text-version.js";

/** A text that is put together is followed for so long: one that doubles has no end. */
export const longestText = 100_000;

/** What is known of a text; undefined: it may be no text. */
export function patternOf(value: MachineValue): TextPattern | undefined {
  if (value.kind === "constant" && value.type === "str") return [String(value.data)];
  return value.kind === "unknown" ? value.pattern : undefined;
}

/**
 * Texts one after the other, of which one at least is not known whole; what is not known at all is some text. Undefined:
 * nothing is known of what they make.
 */
export function joinTexts(values: readonly MachineValue[], span?: WrittenSpan): MachineValue | undefined {
  const whole = values.map((one) =>
    one.kind === "constant" && one.type === "str" ? String(one.data) : undefined,
  );
  if (whole.every((one) => one !== undefined)) {
    const length = whole.reduce((sum, one) => sum + one.length, 0);
    return length > longestText ? undefined : text(whole.join(""), span);
  }
  const pattern = joinPatterns(...values.map((one) => patternOf(one) ?? anything));
  if (pattern === undefined || values.some(({ kind }) => kind === "either")) return undefined;
  const why =
    values.find((one) => one.kind === "unknown")?.why ?? "the text is formatted when the notebook runs";
  const [first] = pattern;
  const isOpen = typeof first === "object" && first.gap === "anything";
  return isOpen ? unknown(why, span) : partlyText(pattern, why, span);
}
