import { operationOf, type ApiShape } from "../../catalog/sagemaker-api.js";
import type { Notebook } from "../../notebook/notebook.js";
import type { Edit, Span } from "../../notebook/span.js";
import type { Value } from "../../python/value.js";
import type { FieldChange, FieldPath, JobRequest, Json } from "../../requests/request.js";
import {
  CannotWrite,
  isList,
  isTree,
  ItemSettings,
  jsonText,
  Settings,
  settingsTree,
  shellWord,
  shorthandMembers,
  type Setting,
} from "./argument-text.js";
import { editDocument, editJson, editShorthand } from "./edit-argument.js";
import { holdsRequest, optionName } from "./options.js";
import type { GivenOption } from "./read-command.js";
import { alone, type Surroundings } from "../write/surroundings.js";
import { unknownText } from "./shell/parse-script.js";
import { writeMade } from "./write-made.js";
import { writeWords } from "./write-words.js";
import { WrittenCommand, type WrittenWord } from "./written-command.js";

/** Writes fields into a command of the AWS CLI; undefined when that cannot be done safely. */
export function writeCommand(
  request: JobRequest,
  changes: readonly FieldChange[],
  notebook: Notebook,
  surroundings = alone,
): readonly Edit[] | undefined {
  const operation = operationOf(request.operation);
  const text = notebook.cells[request.span.cell]?.text.slice(request.span.from, request.span.to);
  if (!operation || text === undefined || request.inText === "made") return undefined;
  try {
    if (request.call.arguments.length > 0) return writeWords(request, changes, notebook, surroundings);
    const settings = settingsTree(changes);
    if (!(settings instanceof Settings)) return undefined;
    for (const [name, setting] of settings.members)
      requireWhole(request, name, operation.input.members?.get(name)?.(), setting);
    const writer = new CommandWriter(operation, text, request.span, isInterpolated(request));
    writer.write(settings, { read: request.objects ?? new Map(), surroundings, notebook });
    if (request.inText && writer.edits.some((edit) => isForeign(edit, request))) return undefined;
    return writer.edits;
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
}

/** It may end the text that the command stands in, or mean something else there. */
function isForeign({ span, text }: Edit, request: JobRequest): boolean {
  const isInside =
    span.cell === request.span.cell && span.from >= request.span.from && span.to <= request.span.to;
  return isInside && /["'\\\n`$]/.test(text);
}

/** IPython reads the line before the shell does. */
export function isInterpolated({ call }: JobRequest): boolean {
  return call.callee.startsWith("!");
}

/** A structure that is made anew has all that it needs; else the command would be refused for what is missing. */
export function requireWhole(
  request: JobRequest,
  path: FieldPath,
  shape: ApiShape | undefined,
  setting: Setting,
): void {
  if (setting instanceof ItemSettings)
    for (const [index, one] of setting.items)
      requireWhole(request, `${path}[${index}]`, shape?.item?.(), one);
  if (!(setting instanceof Settings)) return;
  const isThere = [...request.fields.keys()].some((one) => one === path || one.startsWith(`${path}.`));
  const missing = shape?.required?.some((name) => !setting.members.has(name)) === true;
  if (!isThere && missing) throw new CannotWrite();
  for (const [name, inner] of setting.members)
    requireWhole(request, `${path}.${name}`, shape?.members?.get(name)?.(), inner);
}

/** What the command takes from files and here-documents. */
interface Contents {
  /** By the member of the request; `cli-input`: the request itself. */
  readonly read: ReadonlyMap<string, Value>;
  readonly surroundings: Surroundings;
  readonly notebook: Notebook;
}

class CommandWriter extends WrittenCommand {
  write({ members }: Settings, contents: Contents): void {
    const added: string[] = [];
    for (const [name, setting] of members) {
      const shape = this.operation.input.members?.get(name)?.();
      if (!shape) throw new CannotWrite();
      // The options of AWS Batch are its own
      const given = this.isQueued ? undefined : this.given(name);
      const input = this.options.find((option) => holdsRequest(option.name));
      if (given) this.change(given, shape, setting, name, contents);
      else if (!input || !this.changeInput(input, name, setting, contents))
        added.push(this.argument(name, shape, setting));
    }
    if (added.length > 0) this.append(added);
  }

  private given(member: string): GivenOption | undefined {
    const name = optionName(member);
    return this.options.find((option) => option.name === name || option.name === `no-${name}`);
  }

  private change(
    option: GivenOption,
    shape: ApiShape,
    setting: Setting,
    member: string,
    contents: Contents,
  ): void {
    const word = this.written(option.word);
    if (shape.type === "boolean") {
      const name = option.name.replace(/^no-/, "");
      this.replaceWords(word, word, `--${setting === true ? "" : "no-"}${name}`);
      return;
    }
    const [first, last] = [option.values[0], option.values.at(-1)];
    if (!first || !last) throw new CannotWrite();
    if (isTree(setting)) {
      if (option.word === first) throw new CannotWrite();
      const content = contents.read.get(member);
      if (option.values.length === 1 && (/^\s*\w+:\/\//.test(first.text) || content?.kind === "object"))
        this.changeDocument(content, setting, contents);
      else if (setting instanceof ItemSettings && !/^\s*\[/.test(first.text))
        this.changeWords(option, setting);
      else this.changeWord(this.written(first), setting);
      return;
    }
    if (first === option.word) throw new CannotWrite();
    const texts = isList(setting) ? setting.map(plainText) : [plainText(setting)];
    if (
      texts.length === option.values.length &&
      texts.every((one, index) => one === option.values[index]?.text)
    )
      return;
    this.replaceWords(this.written(first), this.written(last), texts.map(shellWord).join(" "));
  }

  /** Each item of a list is a word of its own. */
  private changeWords({ values }: GivenOption, { items }: ItemSettings): void {
    // What IPython or the shell fills in may be several
    if (values.some(({ splits, text }) => splits && text.includes(unknownText))) throw new CannotWrite();
    for (const [index, setting] of items) {
      const word = values[index];
      if (!word || !isTree(setting)) throw new CannotWrite();
      this.changeWord(this.written(word), setting);
    }
  }

  private changeWord(word: WrittenWord, setting: Settings | ItemSettings): void {
    const isJson = /^\s*[[{]/.test(word.text);
    if (!isJson && !(setting instanceof Settings)) throw new CannotWrite();
    this.editText(
      word,
      setting instanceof Settings && !isJson
        ? editShorthand(word.text, setting)
        : editJson(word.text, setting),
    );
  }

  /** A here-document that another command of the script wrote into the file, or a dict that Python wrote there. */
  private changeDocument(
    value: Value | undefined,
    setting: Settings | ItemSettings,
    { surroundings, notebook }: Contents,
  ): void {
    const isOthers = (span: Span) => surroundings.isOthers(span);
    if (value?.kind === "object") {
      this.edits.push(...writeMade(value, setting, notebook, surroundings));
      return;
    }
    if (value?.span === undefined || changedIn(value, setting).some(isOthers)) throw new CannotWrite();
    this.edits.push(...editDocument(value, setting, notebook));
  }

  /** The member is in the JSON of `--cli-input-json`, or belongs there: other members are given there. */
  private changeInput({ values }: GivenOption, name: string, setting: Setting, contents: Contents): boolean {
    const [word] = values;
    const content = contents.read.get("cli-input");
    const settings = new Settings();
    settings.members.set(name, setting);
    if (!word || !/^\s*\{/.test(word.text)) {
      if (content?.kind === "object") {
        this.changeDocument(content, settings, contents);
        return true;
      }
      if (content?.kind !== "dict") return false;
      if (content.span) {
        this.changeDocument(content, settings, contents);
        return true;
      }
      // An option takes the place of the whole member of the file
      if (isTree(setting) && content.entries.has(name)) throw new CannotWrite();
      return false;
    }
    this.changeWord(this.written(word), settings);
    return true;
  }

  /** `--vpc-config Subnets=a,b`: JSON where the author writes JSON. */
  private argument(name: string, shape: ApiShape, setting: Setting): string {
    if (this.isQueued) throw new CannotWrite();
    const option = `--${optionName(name)}`;
    if (shape.type === "boolean") return setting === true ? option : `--no-${optionName(name)}`;
    if (setting instanceof ItemSettings) throw new CannotWrite();
    if (!(setting instanceof Settings)) {
      const texts = isList(setting) ? setting.map(plainText) : [plainText(setting)];
      return [option, ...texts.map(shellWord)].join(" ");
    }
    const structures = this.options
      .flatMap(({ values }) => values.slice(0, 1))
      .filter(({ text }) => /[={]/.test(text));
    const isJson = structures.length > 0 && structures.every(({ text }) => /^\s*[[{]/.test(text));
    const text = isJson ? jsonText(setting) : shorthandMembers(setting);
    // bash makes several words of braces, and blanks part words
    return `${option} ${/[{}[\]\s"]/.test(text) ? shellWord(text) : text}`;
  }

  /** Behind the last word, on a line of its own where the author breaks lines. */
  private append(added: readonly string[]): void {
    const last = this.words.at(-1);
    if (!last) throw new CannotWrite();
    const end = this.source.span(last.field.from, last.field.to).to;
    const written = this.text.slice(0, end - this.span.from);
    const breaks = [...written.matchAll(/[ \t]*\\\r?\n[ \t]*(?=--)/g)];
    const between = breaks.at(-1)?.[0] ?? " ";
    const text = added.map((one) => `${between}${this.forIpython(one)}`).join("");
    this.edits.push({ span: { cell: this.span.cell, from: end, to: end }, text });
  }
}

/** Where the innermost values are that are there and change. */
function changedIn(value: Value, setting: Setting): readonly Span[] {
  const inner: readonly (readonly [Value | undefined, Setting])[] =
    setting instanceof Settings && value.kind === "dict"
      ? [...setting.members].map(([name, one]) => [value.entries.get(name), one])
      : setting instanceof ItemSettings && value.kind === "list"
        ? [...setting.items].map(([index, one]) => [value.items[index], one])
        : [];
  const isHere = inner.length === 0 || inner.some(([one]) => one === undefined);
  return [
    ...(isHere && value.span ? [value.span] : []),
    ...inner.flatMap(([one, within]) => (one ? changedIn(one, within) : [])),
  ];
}

function plainText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
