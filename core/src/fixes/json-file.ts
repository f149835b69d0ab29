import { CannotWrite, type Setting } from "../dialects/aws-cli/argument-text.js";
import { jsonEdits, locatedJson } from "../dialects/aws-cli/edit-argument.js";
import type { Value } from "../python/value.js";
import { toJson } from "../requests/field-of.js";
import type { DataFile, DataNode } from "./data-file.js";

/** Undefined: it is not JSON. */
export function jsonFile(text: string): DataFile | undefined {
  const value = locatedJson(text);
  if (value === undefined) return undefined;
  const values = new Map<DataNode, Value>();
  const node = (one: Value): DataNode => {
    const made: DataNode = {
      line: text.slice(0, one.span?.from ?? 0).split("\n").length,
      json: toJson(one),
      ...(one.kind === "dict"
        ? { entries: new Map([...one.entries].map(([name, entry]) => [name, node(entry)])) }
        : {}),
      ...(one.kind === "list" ? { items: one.items.map(node) } : {}),
    };
    values.set(made, one);
    return made;
  };
  const root = node(value);
  return {
    root,
    edit(one: DataNode, setting: Setting) {
      const known = values.get(one);
      if (known === undefined) throw new CannotWrite();
      return jsonEdits(known, setting, text);
    },
  };
}
