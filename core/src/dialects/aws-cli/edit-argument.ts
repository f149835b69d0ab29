import type { TextRange } from "../../notebook/magics.js";
import type { Notebook } from "../../notebook/notebook.js";
import type { Edit } from "../../notebook/span.js";
import type { Value } from "../../python/value.js";
import {
  CannotWrite,
  isList,
  isTree,
  ItemSettings,
  jsonText,
  Settings,
  shorthandText,
  type Setting,
} from "./argument-text.js";
import { jsonValue } from "./json-value.js";
import type { LocatedText } from "./located-text.js";
import { parseShorthand, type ShorthandMembers, type ShorthandNode } from "./shorthand.js";

/** A piece of an argument's text that is replaced, or where the range is empty, put in. */
export interface TextEdit extends TextRange {
  readonly text: string;
}

/** What changes in a JSON text so that it has these settings. */
export function editJson(text: string, settings: Settings | ItemSettings): readonly TextEdit[] {
  const value = locatedJson(text);
  if (!value) throw new CannotWrite();
  return jsonEdits(value, settings, text);
}

/** A JSON text, each value with its range; undefined when it is none. A byte order mark is no JSON here, as in Python. */
export function locatedJson(text: string): Value | undefined {
  const located: LocatedText = { text, place: (from, to) => ({ cell: 0, from, to }), why: () => "" };
  return jsonValue(located);
}

/** What changes in a JSON document that stands in the notebook as it is: a here-document. */
export function editDocument(
  value: Value,
  settings: Settings | ItemSettings,
  { cells }: Notebook,
): readonly Edit[] {
  const { span } = value;
  const text = cells[span?.cell ?? -1]?.text;
  if (!span || text === undefined) throw new CannotWrite();
  // Characters that the shell takes away are in the notebook and not in the document
  if (!jsonValue({ text: text.slice(span.from, span.to), place: () => undefined, why: () => "" }))
    throw new CannotWrite();
  return jsonEdits(value, settings, text).map(({ from, to, text: written }) => {
    if (/[$`\\']/.test(written)) throw new CannotWrite();
    return { span: { cell: span.cell, from, to }, text: written };
  });
}

/** What changes in a JSON text so that this value of it is, or has, what is to be set. */
export function jsonEdits(value: Value, setting: Setting, text: string): TextEdit[] {
  const { span } = value;
  if (!span) throw new CannotWrite();
  if (setting instanceof ItemSettings)
    return inItems(setting, value.kind === "list" ? value.items : [], (item, one) =>
      jsonEdits(item, one, text),
    );
  if (!(setting instanceof Settings) || value.kind !== "dict") return replaced(text, span, jsonText(setting));
  const edits: TextEdit[] = [];
  const missing = new Settings();
  for (const [name, inner] of setting.members) {
    const entry = value.entries.get(name);
    if (entry) edits.push(...jsonEdits(entry, inner, text));
    else missing.members.set(name, inner);
  }
  if (missing.members.size === 0) return edits;
  const added = jsonText(missing).slice(1, -1);
  const last = [...value.entries.values()].at(-1)?.span;
  if (last) return [...edits, { from: last.to, to: last.to, text: `${separator(text, value)}${added}` }];
  return [...edits, { from: span.from, to: span.to, text: `{${added}}` }];
}

/** @throws CannotWrite Where an item is not there. */
export function inItems<T, E>(
  { items }: ItemSettings,
  there: readonly T[],
  edit: (item: T, setting: Setting) => readonly E[],
): E[] {
  return [...items].flatMap(([index, setting]) => {
    const item = there[index];
    if (item === undefined) throw new CannotWrite();
    return edit(item, setting);
  });
}

/** Between two members, as the author has it. */
function separator(text: string, value: Extract<Value, { kind: "dict" }>): string {
  const spans = [...value.entries.values()].flatMap(({ span }) => span ?? []);
  const keys = [...(value.keys?.values() ?? [])];
  const [end, start] = [spans[0]?.to, keys[1]?.from];
  const between = end !== undefined && start !== undefined ? text.slice(end, start) : undefined;
  if (between !== undefined && /^\s*,\s*$/.test(between)) return between;
  const [first] = keys;
  const before = first && value.span ? text.slice(value.span.from + 1, first.from) : "";
  return before.includes("\n") ? `,${before}` : ", ";
}

/** The same in shorthand syntax. */
export function editShorthand(text: string, settings: Settings): readonly TextEdit[] {
  const parsed = parseShorthand(text);
  if ("problem" in parsed) throw new CannotWrite();
  return shorthandEdits(parsed, settings, text);
}

function shorthandEdits(node: ShorthandMembers, { members }: Settings, text: string): TextEdit[] {
  const edits: TextEdit[] = [];
  const added: string[] = [];
  for (const [name, setting] of members) {
    const member = node.members.get(name);
    if (!member) {
      added.push(`${name}=${shorthandText(setting, node.braces || setting instanceof Settings)}`);
    } else if (isTree(setting)) edits.push(...treeEdits(member.value, setting, text));
    else if (!isSame(member.value, setting)) {
      const brackets = member.value.kind === "list" ? member.value.brackets : node.braces;
      edits.push(...replaced(text, member.value, shorthandText(setting, brackets)));
    }
  }
  if (added.length === 0) return edits;
  const at = node.braces ? node.to - 1 : text.trimEnd().length;
  const comma = node.members.size > 0 ? "," : "";
  return [...edits, { from: at, to: at, text: `${comma}${added.join(",")}` }];
}

function treeEdits(node: ShorthandNode, setting: Settings | ItemSettings, text: string): TextEdit[] {
  if (setting instanceof Settings) {
    if (node.kind !== "members") throw new CannotWrite();
    return shorthandEdits(node, setting, text);
  }
  // Of what is not a list the one item is given
  return inItems(setting, node.kind === "list" ? node.items : [node], (item, one) => {
    if (!isTree(one)) throw new CannotWrite();
    return treeEdits(item, one, text);
  });
}

function isSame(node: ShorthandNode, setting: Setting): boolean {
  if (node.kind === "text")
    return node.text === (isList(setting) && setting.length === 1 ? setting[0] : setting);
  if (node.kind !== "list" || !isList(setting) || node.items.length !== setting.length) return false;
  return node.items.every((item, index) => item.kind === "text" && item.text === setting[index]);
}

function replaced(text: string, { from, to }: TextRange, by: string): TextEdit[] {
  return text.slice(from, to) === by ? [] : [{ from, to, text: by }];
}
