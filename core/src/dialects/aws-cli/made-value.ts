import { jsonText, yamlText } from "../../python/json-text.js";
import type { Value } from "../../python/value.js";

/** What Python made a text of, as whoever reads the text gets it. Undefined: it is a text of another kind. */
export function madeValue(made: Value, isYaml = false): Value | undefined {
  const source = sourceOf(made);
  if (!source || made.kind !== "object" || (made.type === yamlText && !isYaml)) return undefined;
  return asRead(source, made.type === yamlText);
}

/** The dict or list that `json.dumps(…)` was given. */
export function sourceOf(made: Value | undefined): Value | undefined {
  if (made?.kind !== "object" || (made.type !== jsonText && made.type !== yamlText)) return undefined;
  return made.open ? undefined : made.members.get("of");
}

/** The text itself; undefined: not known. */
export function textOfMade(made: Value): string | undefined {
  const text = made.kind === "object" ? made.members.get("text") : undefined;
  return text?.kind === "constant" && typeof text.data === "string" ? text.data : undefined;
}

function asRead(value: Value, isYaml: boolean): Value {
  const inner = (one: Value) => asRead(one, isYaml);
  const at = value.span ? { span: value.span } : {};
  switch (value.kind) {
    case "list":
      return { ...value, items: value.items.map(inner) };
    case "tuple":
      if (isYaml) return { kind: "unknown", why: "YAML has no tuples", ...at };
      return { ...value, kind: "list", items: value.items.map(inner) };
    case "set":
    case "object":
      return { kind: "unknown", why: "it cannot be written as it is", ...at };
    case "dict":
      return { ...value, entries: new Map([...value.entries].map(([name, one]) => [name, inner(one)])) };
    case "either":
      return { ...value, values: value.values.map(inner) };
    default:
      return value;
  }
}
