import type { Json } from "../../requests/request.js";
import { flat, type Source } from "./layout.js";

/** A value as Python source, on one line. */
export function pythonLiteral(value: Json, quote: string): string {
  return flat(pythonSource(value, quote));
}

export function pythonSource(value: Json, quote: string): Source {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "number") return String(value);
  if (typeof value === "string") return pythonString(value, quote);
  if (isList(value)) {
    return { before: "", open: "[", items: value.map((item) => pythonSource(item, quote)), close: "]" };
  }
  const entries = Object.entries(value).map(([key, item]) =>
    prefixed(`${pythonString(key, quote)}: `, pythonSource(item, quote)),
  );
  return { before: "", open: "{", items: entries, close: "}" };
}

/** Source behind a keyword or a dict key. */
export function prefixed(before: string, source: Source): Source {
  return typeof source === "string" ? before + source : { ...source, before: before + source.before };
}

/** The quote that the author uses most in `text`, double where there is no telling. */
export function quoteOf(text: string): string {
  const count = (quote: string) => text.split(quote).length;
  return count("'") > count('"') ? "'" : '"';
}

function pythonString(text: string, quote: string): string {
  const escaped = text.replace(/[\\\p{Cc}]/gu, (character) => {
    const known: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
    return known[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
  return `${quote}${escaped.replaceAll(quote, `\\${quote}`)}${quote}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
