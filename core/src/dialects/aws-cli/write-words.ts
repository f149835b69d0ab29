import { operationOf } from "../../catalog/sagemaker-api.js";
import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { FieldChange, JobRequest } from "../../requests/request.js";
import { alone } from "../write/surroundings.js";
import { expressionAt } from "../write/find-expressions.js";
import { CannotWrite, isList, isTree, Settings, settingsTree, shorthandMembers } from "./argument-text.js";
import { editJson, editShorthand, type TextEdit } from "./edit-argument.js";
import { optionName } from "./options.js";
import { requireWhole } from "./write-command.js";

interface Word {
  readonly text: string;
  /** Between its quotes. */
  readonly span: Span;
}

/** Writes fields into a command whose words are texts of Python, where those stand in the notebook as they are. @throws CannotWrite */
export function writeWords(
  request: JobRequest,
  changes: readonly FieldChange[],
  { cells }: Notebook,
  surroundings = alone,
): readonly Edit[] {
  const operation = operationOf(request.operation);
  const settings = settingsTree(changes);
  if (!operation || !(settings instanceof Settings) || request.through) throw new CannotWrite();
  const textOf = ({ cell, from, to }: Span) => cells[cell]?.text.slice(from, to) ?? "";
  const words = request.call.arguments.map(({ value, span }): Word => ({
    text: value.kind === "constant" ? String(value.data) : "",
    span,
  }));
  const edits: Edit[] = [];
  const replace = ({ text, span }: Word, changed: readonly TextEdit[]) => {
    if (textOf(span) !== text || surroundings.isOthers(span)) throw new CannotWrite();
    for (const edit of changed) {
      const written = plain(edit.text, quoteAt(span, cells));
      edits.push({
        span: { cell: span.cell, from: span.from + edit.from, to: span.from + edit.to },
        text: written,
      });
    }
  };
  const added: string[] = [];
  for (const [member, setting] of settings.members) {
    const shape = operation.input.members?.get(member)?.();
    if (!shape) throw new CannotWrite();
    requireWhole(request, member, shape, setting);
    const name = optionName(member);
    const at = words.findIndex(({ text }) => text === `--${name}` || text === `--no-${name}`);
    const [option, value] = [words[at], words[at + 1]];
    // Written otherwise, or in a document
    if (
      !option &&
      [...request.fields].some(([path, { state }]) => path.startsWith(member) && state === "known")
    )
      throw new CannotWrite();
    if (words.some(({ text }) => /^--cli-input-|^--[\w-]+=/.test(text))) throw new CannotWrite();
    if (shape.type === "boolean") {
      const flag = `--${setting === true ? "" : "no-"}${name}`;
      if (option) replace(option, [{ from: 0, to: option.text.length, text: flag }]);
      else added.push(flag);
    } else if (!option) {
      if (
        !(setting instanceof Settings) &&
        (isTree(setting) || isList(setting) || typeof setting !== "string")
      )
        throw new CannotWrite();
      added.push(`--${name}`, setting instanceof Settings ? shorthandMembers(setting) : setting);
    } else if (!value || value.text.includes("://")) throw new CannotWrite();
    else if (setting instanceof Settings)
      replace(
        value,
        /^\s*[[{]/.test(value.text) ? editJson(value.text, setting) : editShorthand(value.text, setting),
      );
    else if (typeof setting === "string") replace(value, [{ from: 0, to: value.text.length, text: setting }]);
    else throw new CannotWrite();
  }
  if (added.length > 0) edits.push(insertion(request, added, words, cells));
  return edits;
}

/** Behind the command's name, where that is one of the list's own words. */
function insertion(
  { call }: JobRequest,
  added: readonly string[],
  words: readonly Word[],
  cells: Notebook["cells"],
): Edit {
  const { cell, from, to } = call.parentheses;
  const display = expressionAt(cells[cell]?.text ?? "", "sequence", from, to);
  const isOwn = ({ span }: Word) =>
    span.cell === cell &&
    display?.items.some((item) => item.from === span.from - 1 && item.to === span.to + 1);
  const last = words.at(-1);
  const command = words.find(
    ({ span }) => span.cell === call.nameSpan.cell && span.from === call.nameSpan.from,
  );
  const place = last && isOwn(last) ? last : command;
  if (!place || !isOwn(place)) throw new CannotWrite();
  const quote = quoteAt(place.span, cells);
  const text = added.map((one) => `, ${quote}${plain(one, quote)}${quote}`).join("");
  return { span: { cell, from: place.span.to + 1, to: place.span.to + 1 }, text };
}

function quoteAt({ cell, to }: Span, cells: Notebook["cells"]): string {
  const quote = cells[cell]?.text[to] ?? "";
  if (quote !== '"' && quote !== "'") throw new CannotWrite();
  return quote;
}

function plain(text: string, quote: string): string {
  if (text.includes(quote) || /[\\\n]/.test(text)) throw new CannotWrite();
  return text;
}
