import {
  CannotWrite,
  isTree,
  ItemSettings,
  type Settings,
  type Setting,
} from "../dialects/aws-cli/argument-text.js";
import type { FileValue } from "../files/file-value.js";
import { readYaml, readYamlNodes } from "../files/read-yaml.js";
import { applyEdits } from "../notebook/apply-edits.js";
import type { Json } from "../requests/request.js";
import type { DataFile, DataNode } from "./data-file.js";
import { YamlEditor } from "./yaml-editor.js";

/** Undefined: it is not YAML, or begins with a byte order mark. */
export function yamlFile(text: string): DataFile | undefined {
  const reading = readYamlNodes(text);
  if ("problem" in reading || text.startsWith("\ufeff")) return undefined;
  const values = new Map<DataNode, FileValue>();
  const node = (one: FileValue): DataNode => {
    const made: DataNode = {
      line: one.line,
      json: jsonOf(one),
      ...(one.kind === "dict"
        ? { entries: new Map([...one.entries].map(([name, entry]) => [name, node(entry)])) }
        : {}),
      ...(one.kind === "list" ? { items: one.items.map(node) } : {}),
    };
    values.set(made, one);
    return made;
  };
  const root = node(reading.value);
  return {
    root,
    edit(one: DataNode, setting: Setting) {
      const target = values.get(one);
      if (target === undefined) throw new CannotWrite();
      const edits = new YamlEditor(text, reading).edit(target, setting);
      const after = readYaml(applyEdits(text, edits) ?? "");
      // Whatever the syntax: the file says what is wanted, and else what it said
      const wanted = said(reading.value, (value) => (value === target ? { setting } : undefined));
      if (
        "problem" in after ||
        !isSame(
          said(after.value, () => undefined),
          wanted,
        )
      )
        throw new CannotWrite();
      return edits;
    },
  };
}

/** What a file says, but for its lines; of what is replaced what is set. */
function said(
  value: FileValue,
  replaced: (value: FileValue) => { readonly setting: Setting } | undefined,
): unknown {
  const by = replaced(value);
  const members = () =>
    value.kind === "dict" ? [...value.entries].map(([key, one]) => [key, said(one, replaced)] as const) : [];
  if (by) return withSetting(value, by.setting);
  switch (value.kind) {
    case "dict":
      return new Map(members());
    case "list":
      return value.items.map((item) => said(item, replaced));
    case "constant":
      return [value.type, value.data];
    case "unknown":
      return { why: value.why };
  }
}

function withSetting(value: FileValue | undefined, setting: Setting): unknown {
  if (!isTree(setting)) return plain(setting);
  return setting instanceof ItemSettings ? withItems(value, setting) : withMembers(value, setting);
}

function withItems(value: FileValue | undefined, { items }: ItemSettings): unknown {
  const old = value?.kind === "list" ? value.items : [];
  return old.map((item, index) => {
    const setting = items.get(index);
    return setting === undefined ? said(item, () => undefined) : withSetting(item, setting);
  });
}

function withMembers(value: FileValue | undefined, { members }: Settings): unknown {
  const old = value?.kind === "dict" ? value.entries : new Map<string, FileValue>();
  const all = new Map([...old].map(([key, one]) => [key, said(one, () => undefined)]));
  for (const [key, setting] of members) all.set(key, withSetting(old.get(key), setting));
  return all;
}

function plain(value: Json): unknown {
  if (Array.isArray(value)) return value.map((item: Json) => plain(item));
  if (value === null) return ["none", null];
  if (typeof value === "object") return new Map(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  if (typeof value === "number") return [Number.isInteger(value) ? "int" : "float", value];
  return [typeof value === "boolean" ? "bool" : "str", value];
}

function isSame(one: unknown, other: unknown): boolean {
  if (one instanceof Map && other instanceof Map)
    return one.size === other.size && [...one].every(([key, value]) => isSame(value, other.get(key)));
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]));
  return JSON.stringify(one) === JSON.stringify(other);
}

function jsonOf(value: FileValue): Json | undefined {
  switch (value.kind) {
    case "constant":
      return value.data;
    case "list": {
      const items = value.items.map(jsonOf);
      return items.every((item) => item !== undefined) ? items : undefined;
    }
    case "dict": {
      const members = [...value.entries].map(([key, one]) => [key, jsonOf(one)] as const);
      return members.every(([, one]) => one !== undefined)
        ? (Object.fromEntries(members) as Json)
        : undefined;
    }
    case "unknown":
      return undefined;
  }
}
