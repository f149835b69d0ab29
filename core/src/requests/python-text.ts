import type { Value } from "../python/value.js";

/** What `str()` gives; undefined when the value is not known whole. */
export function pythonStr(value: Value): string | undefined {
  if (value.kind === "constant" && typeof value.data === "string") return value.data;
  return pythonRepr(value);
}

/** The class as an error names it: `<class 'str'>`; undefined when it is not known. */
export function pythonClass(value: Value): string | undefined {
  const name = pythonTypeName(value);
  return name === undefined ? undefined : `<class '${name}'>`;
}

/** The same without what is around the name; undefined also for an object of a class. */
export function pythonTypeName(value: Value): string | undefined {
  switch (value.kind) {
    case "constant":
      if (value.data === null) return "NoneType";
      if (typeof value.data === "string") return "str";
      if (typeof value.data === "boolean") return "bool";
      return Number.isInteger(value.data) ? "int" : "float";
    case "list":
    case "tuple":
    case "set":
    case "dict":
      return value.kind;
    default:
      return undefined;
  }
}

/** What `repr()` gives; undefined when the value is not known whole. */
export function pythonRepr(value: Value): string | undefined {
  switch (value.kind) {
    case "constant": {
      const { data } = value;
      if (data === null) return "None";
      if (typeof data === "boolean") return data ? "True" : "False";
      return typeof data === "string" ? quoted(data) : String(data);
    }
    case "list":
    case "tuple": {
      if (value.open) return undefined;
      const items = value.items.map(pythonRepr);
      if (items.includes(undefined)) return undefined;
      if (value.kind === "list") return `[${items.join(", ")}]`;
      return items.length === 1 ? `(${items.join()},)` : `(${items.join(", ")})`;
    }
    case "dict": {
      if (value.open) return undefined;
      const entries: string[] = [];
      for (const [key, entry] of value.entries) {
        const text = pythonRepr(entry);
        if (text === undefined) return undefined;
        entries.push(`${quoted(key)}: ${text}`);
      }
      return `{${entries.join(", ")}}`;
    }
    default:
      return undefined;
  }
}

/** In single quotes, unless that would need a backslash where double quotes do not. */
function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text.replace(/[\\\p{Cc}]/gu, (character) => {
    const known: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };
    return known[character] ?? `\\x${character.charCodeAt(0).toString(16).padStart(2, "0")}`;
  });
  return `${quote}${escaped.replaceAll(quote, `\\${quote}`)}${quote}`;
}
