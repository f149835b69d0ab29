import { operationOf } from "../../catalog/sagemaker-api.js";
import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { Value } from "../../python/value.js";
import type { JobRequest, MemberEdit } from "../../requests/request.js";
import { CannotWrite, jsonText, shorthandText } from "./argument-text.js";
import type { TextEdit } from "./edit-argument.js";
import { jsonValue } from "./json-value.js";
import { optionName } from "./options.js";
import { parseShorthand, type ShorthandMembers, type ShorthandNode } from "./shorthand.js";
import { isInterpolated } from "./write-command.js";
import { WrittenCommand, type WrittenWord } from "./written-command.js";

/** Renames, removes or replaces one member of a command, where it is an option, shorthand or JSON; other edits are not written. */
export function writeMember(
  request: JobRequest,
  edit: MemberEdit,
  notebook: Notebook,
): readonly Edit[] | undefined {
  const cell = notebook.cells[edit.at.cell]?.text ?? "";
  const isAsRead = edit.do === "rename" && cell.slice(edit.at.from, edit.at.to) === edit.from;
  // Letters and dots mean the same in all quotes, and so does what is left of a text
  if (isAsRead && (/^[\w.]+$/.test(edit.to) || edit.from.endsWith(edit.to)))
    return [{ span: edit.at, text: edit.to }];
  if (request.inText || request.call.arguments.length > 0) return undefined;
  const operation = operationOf(request.operation);
  const { span } = request;
  const text = notebook.cells[span.cell]?.text.slice(span.from, span.to);
  if (!operation || text === undefined || !isChange(edit)) return undefined;
  try {
    const command = new WrittenCommand(operation, text, span, isInterpolated(request));
    const word = command.words.find((one) => isInside(edit.at, one.span));
    if (!word) return undefined;
    if (word.text.startsWith("--")) changeOption(command, word, edit);
    else
      command.editText(
        word,
        editsOf(word.text, edit, (from, to) => command.placeOf(word, from, to)),
      );
    return command.edits;
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
}

type Change = Extract<MemberEdit, { do: "rename" | "remove" | "become" }>;

function isChange(edit: MemberEdit): edit is Change {
  return edit.do === "rename" || edit.do === "remove" || edit.do === "become";
}

function changeOption(command: WrittenCommand, word: WrittenWord, edit: Change): void {
  if (edit.do === "become") throw new CannotWrite();
  if (edit.do === "rename") {
    const [head] = /^--[\w-]+/.exec(word.text) ?? [];
    if (head === undefined) throw new CannotWrite();
    command.editText(word, [{ from: 0, to: head.length, text: `--${optionName(edit.to)}` }]);
    return;
  }
  const index = command.words.indexOf(word);
  let last = index;
  while (command.words[last + 1]?.text.startsWith("-") === false) last += 1;
  command.removeWords(index, last);
}

/** The member whose name is at the place, in JSON or in shorthand. */
function editsOf(text: string, edit: Change, place: (from: number, to: number) => Span): readonly TextEdit[] {
  const isThere = (from: number, to: number) => {
    const span = place(from, to);
    return span.from <= edit.at.from && span.to >= edit.at.to;
  };
  if (/^\s*[[{]/.test(text)) {
    const located = { text, place: (from: number, to: number) => ({ cell: 0, from, to }), why: () => "" };
    const value = jsonValue(located);
    const found = value && findInJson(value, isThere);
    if (!found) throw new CannotWrite();
    if (edit.do === "become") {
      const members = edit.members.map(([name, one]) => `${JSON.stringify(name)}: ${jsonText(one)}`);
      return [{ from: found.key.from, to: found.value.to, text: members.join(", ") }];
    }
    return edit.do === "rename"
      ? [{ from: found.key.from, to: found.key.to, text: JSON.stringify(edit.to) }]
      : [{ ...without(found), text: "" }];
  }
  const parsed = parseShorthand(text);
  const found = "problem" in parsed ? undefined : findInShorthand(parsed, isThere);
  if (!found) throw new CannotWrite();
  if (edit.do === "become") {
    const isNested = /[[{]/.test(text);
    const members = edit.members.map(([name, one]) => `${name}=${shorthandText(one, isNested)}`);
    return [{ from: found.key.from, to: found.value.to, text: members.join(",") }];
  }
  return edit.do === "rename" ? [{ ...found.key, text: edit.to }] : [{ ...without(found), text: "" }];
}

interface Range {
  readonly from: number;
  readonly to: number;
}
/** A member, and what stands beside it. */
interface FoundMember {
  readonly key: Range;
  readonly value: Range;
  readonly before?: Range;
  readonly after?: Range;
}

type IsThere = (from: number, to: number) => boolean;

function findInJson(value: Value, isThere: IsThere): FoundMember | undefined {
  if (value.kind === "list") return value.items.map((item) => findInJson(item, isThere)).find((one) => one);
  if (value.kind !== "dict") return undefined;
  const members = [...value.entries].flatMap(([name, entry]) => {
    const key = value.keys?.get(name);
    return key && entry.span ? [{ key, value: entry.span, entry }] : [];
  });
  return found(members, isThere) ?? members.map(({ entry }) => findInJson(entry, isThere)).find((one) => one);
}

function findInShorthand(node: ShorthandNode | ShorthandMembers, isThere: IsThere): FoundMember | undefined {
  if (node.kind === "list")
    return node.items.map((item) => findInShorthand(item, isThere)).find((one) => one);
  if (node.kind !== "members") return undefined;
  const members = [...node.members.values()];
  return (
    found(members, isThere) ?? members.map(({ value }) => findInShorthand(value, isThere)).find((one) => one)
  );
}

function found(
  members: readonly { readonly key: Range; readonly value: Range }[],
  isThere: IsThere,
): FoundMember | undefined {
  const index = members.findIndex(({ key }) => isThere(key.from, key.to));
  const member = members[index];
  if (!member) return undefined;
  const [before, after] = [members[index - 1]?.value, members[index + 1]?.key];
  return {
    key: member.key,
    value: member.value,
    ...(before ? { before } : {}),
    ...(after ? { after } : {}),
  };
}

/** With the comma; the only member stays, since nothing may not be left. */
function without({ key, value, before, after }: FoundMember): Range {
  if (after) return { from: key.from, to: after.from };
  if (before) return { from: before.to, to: value.to };
  throw new CannotWrite();
}

function isInside(inner: Span, outer: Span): boolean {
  return inner.cell === outer.cell && inner.from >= outer.from && inner.to <= outer.to;
}
