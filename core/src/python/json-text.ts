import { deepCopy } from "./copy-calls.js";
import type { Context } from "./context.js";
import { keyText, text, unknown, type BoundArguments, type MachineValue } from "./machine.js";

/** The type of what `json.dumps(…)` gives; its member `of` is what it was made of, as that was then. */
export const jsonText = "json.text";

/** The same of `yaml.dump(…)`. */
export const yamlText = "yaml.text";

const types: ReadonlyMap<string, string> = new Map([
  ["json.dumps", jsonText],
  ["yaml.dump", yamlText],
  ["yaml.safe_dump", yamlText],
]);

/** Undefined: another function, or nothing that has members. */
export function callJsonDumps(
  path: string,
  bound: BoundArguments,
  context: Context,
): MachineValue | undefined {
  const type = types.get(path);
  if (type === undefined || bound.openPositional || bound.openKeywords) return undefined;
  const value = bound.positional[0] ?? bound.keywords.get(type === jsonText ? "obj" : "data");
  if (!value || (type === yamlText && bound.positional.length !== 1)) return undefined;
  if (
    ["cls", "default", "stream", "Dumper", "default_style", "canonical"].some((name) =>
      bound.keywords.has(name),
    )
  )
    return undefined;
  const kind = context.object(value)?.kind;
  if (kind !== "dict" && kind !== "list") return undefined;
  const members = new Map([["of", deepCopy(value, context)]]);
  const written =
    type === jsonText && bound.keywords.size === 0 && bound.positional.length === 1
      ? textOf(value, context, 0)
      : undefined;
  if (written !== undefined) members.set("text", text(written));
  return context.allocate({ kind: "instance", type, members, open: false });
}

/** What `json.loads(…)` makes of such a text: other lists and dicts. Undefined: it is not one, or has more in it than JSON keeps. */
export function loadJsonText(value: MachineValue, context: Context): MachineValue | undefined {
  const object = context.object(value);
  if (object?.kind !== "instance" || object.type !== jsonText) return undefined;
  const made = object.members.get("of");
  return made && isJson(made, context, 0) ? deepCopy(made, context) : unknown("the text is not followed");
}

/** What `json.dumps` writes for it; undefined: not known, or of a kind whose text is not followed. */
function textOf(value: MachineValue, context: Context, depth: number): string | undefined {
  context.step();
  if (value.kind === "constant") {
    if (value.type === "float") return undefined;
    // Characters beyond ASCII are written as escapes
    const written = JSON.stringify(value.data);
    return /^[\x20-\x7e]*$/.test(written) ? written : undefined;
  }
  const object = context.object(value);
  const items =
    value.kind === "tuple"
      ? value.items
      : object?.kind === "list" && !object.gives
        ? object.items
        : undefined;
  if (depth > deepest || (object && "open" in object && object.open)) return undefined;
  if (items) {
    const parts = items.map((item) => textOf(item, context, depth + 1));
    return parts.includes(undefined) ? undefined : `[${parts.join(", ")}]`;
  }
  if (object?.kind !== "dict" || object.unordered === true) return undefined;
  const parts = [...object.entries].map(([key, entry]) => {
    const name = keyText(key);
    const member = textOf(entry, context, depth + 1);
    const written = name === undefined ? undefined : textOf(text(name), context, depth + 1);
    return written === undefined || member === undefined ? undefined : `${written}: ${member}`;
  });
  return parts.includes(undefined) ? undefined : `{${parts.join(", ")}}`;
}

/** `str(text)` of such a text; undefined: it is none, or not known. */
export function writtenJson(value: MachineValue, context: Context): MachineValue | undefined {
  const object = context.object(value);
  return object?.kind === "instance" && object.type === jsonText ? object.members.get("text") : undefined;
}

/** Neither a tuple, which becomes a list, nor a key that is no text, nor what `dumps` raises for. */
function isJson(value: MachineValue, context: Context, depth: number): boolean {
  context.step();
  if (value.kind === "constant") return true;
  if (value.kind === "unknown") return true;
  const object = context.object(value);
  if (depth > deepest || object === undefined) return false;
  if (object.kind === "dict")
    return [...object.entries].every(([key, one]) => key.startsWith("'") && isJson(one, context, depth + 1));
  return (
    object.kind === "list" && !object.gives && object.items.every((one) => isJson(one, context, depth + 1))
  );
}

const deepest = 20;
