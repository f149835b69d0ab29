import type { Severity } from "../src/report.js";

/** ANSI colours, or none. */
export interface Palette {
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly blue: (text: string) => string;
  readonly green: (text: string) => string;
}

export function palette(colours: boolean): Palette {
  const style = (code: string) => (text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  return {
    bold: style("1"),
    dim: style("2"),
    red: style("1;31"),
    yellow: style("1;33"),
    blue: style("1;34"),
    green: style("32"),
  };
}

export function severityColour(severity: Severity, { red, yellow, blue }: Palette): (text: string) => string {
  return { error: red, warning: yellow, info: blue }[severity];
}

/** @param milliseconds Since 1970. */
export function utc(milliseconds: number): string {
  return new Date(milliseconds)
    .toISOString()
    .replace("T", " ")
    .replace(/\.\d+Z$/, " UTC");
}

/**
 * Text of a notebook or of AWS made harmless for a terminal: control characters and those that turn the direction of
 * writing are shown by number, so that a notebook can neither colour nor hide what is printed of it.
 */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, (character) =>
    character === "\t" ? "    " : `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** Columns that printable text takes in a terminal: East Asian wide characters and emoji take two, marks none. */
export function width(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns += wide.test(character) ? 2 : 1;
  }
  return columns;
}

const wide =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;
