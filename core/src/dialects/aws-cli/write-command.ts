import { operationOf, type ApiShape } from "../../catalog/sagemaker-api.js";
import type { Notebook } from "../../notebook/notebook.js";
import type { Edit } from "../../notebook/span.js";
import type { Value } from "../../python/value.js";
import type { FieldChange, FieldPath, JobRequest, Json } from "../../requests/request.js";
import {
  CannotWrite,
  isList,
  jsonText,
  Settings,
  shellWord,
  shorthandMembers,
  type Setting,
} from "./argument-text.js";
import { editDocument, editJson, editShorthand } from "./edit-argument.js";
import { optionName } from "./options.js";
import type { GivenOption } from "./read-command.js";
import { alone } from "../write/surroundings.js";
import { WrittenCommand } from "./written-command.js";

/** Writes fields into a command of the AWS CLI; undefined when that cannot be done safely. */
export function writeCommand(
  request: JobRequest,
  changes: readonly FieldChange[],
  notebook: Notebook,
  surroundings = alone,
): readonly Edit[] | undefined {
  const operation = operationOf(request.operation);
  const text = notebook.cells[request.span.cell]?.text.slice(request.span.from, request.span.to);
  if (!operation || text === undefined) return undefined;
  try {
    const settings = new Settings();
    for (const { path, value } of changes) addSetting(settings, path.split("."), value);
    for (const [name, setting] of settings.members)
      requireWhole(request, name, operation.input.members?.get(name)?.(), setting);
    const writer = new CommandWriter(operation, text, request.span, isInterpolated(request));
    const input = request.objects?.get("cli-input");
    const isShared = input?.span !== undefined && surroundings.isOthers(input.span);
    writer.write(settings, input && { value: input, isShared, notebook });
    return writer.edits;
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
}

/** IPython reads the line before the shell does. */
export function isInterpolated({ call }: JobRequest): boolean {
  return call.callee.startsWith("!");
}

function addSetting(settings: Settings, [step, ...rest]: readonly string[], value: Setting): void {
  if (step === undefined || /[[\]]/.test(step)) throw new CannotWrite();
  if (rest.length === 0) {
    settings.members.set(step, value);
    return;
  }
  const inside = settings.members.get(step) ?? new Settings();
  if (!(inside instanceof Settings)) throw new CannotWrite();
  settings.members.set(step, inside);
  addSetting(inside, rest, value);
}

/** A structure that is made anew has all that it needs; else the command would be refused for what is missing. */
function requireWhole(
  request: JobRequest,
  path: FieldPath,
  shape: ApiShape | undefined,
  setting: Setting,
): void {
  if (!(setting instanceof Settings)) return;
  const isThere = [...request.fields.keys()].some((one) => one === path || one.startsWith(`${path}.`));
  const missing = shape?.required?.some((name) => !setting.members.has(name)) === true;
  if (!isThere && missing) throw new CannotWrite();
  for (const [name, inner] of setting.members)
    requireWhole(request, `${path}.${name}`, shape?.members?.get(name)?.(), inner);
}

/** What `--cli-input-json` names, a file or a here-document. */
interface InputContent {
  readonly value: Value;
  /** Another job takes it too. */
  readonly isShared: boolean;
  readonly notebook: Notebook;
}

class CommandWriter extends WrittenCommand {
  write({ members }: Settings, content: InputContent | undefined): void {
    const added: string[] = [];
    for (const [name, setting] of members) {
      const shape = this.operation.input.members?.get(name)?.();
      if (!shape) throw new CannotWrite();
      const given = this.given(name);
      const input = this.options.find((option) => option.name.startsWith("cli-input-"));
      if (given) this.change(given, shape, setting);
      else if (!input || !this.changeInput(input, name, setting, content))
        added.push(this.argument(name, shape, setting));
    }
    if (added.length > 0) this.append(added);
  }

  private given(member: string): GivenOption | undefined {
    const name = optionName(member);
    return this.options.find((option) => option.name === name || option.name === `no-${name}`);
  }

  private change(option: GivenOption, shape: ApiShape, setting: Setting): void {
    const word = this.written(option.word);
    if (shape.type === "boolean") {
      const name = option.name.replace(/^no-/, "");
      this.replaceWords(word, word, `--${setting === true ? "" : "no-"}${name}`);
      return;
    }
    const [first, last] = [option.values[0], option.values.at(-1)];
    if (!first || !last) throw new CannotWrite();
    if (setting instanceof Settings) {
      const value = this.written(first);
      if (/^\s*\w+:\/\//.test(value.text)) throw new CannotWrite();
      if (option.word === first || value.text.startsWith("--")) throw new CannotWrite();
      const isJson = /^\s*[[{]/.test(value.text);
      this.editText(value, isJson ? editJson(value.text, setting) : editShorthand(value.text, setting));
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

  /** The member is in the JSON of `--cli-input-json`, or belongs there: other members are given there. */
  private changeInput(
    { values }: GivenOption,
    name: string,
    setting: Setting,
    content: InputContent | undefined,
  ): boolean {
    const [word] = values;
    const settings = new Settings();
    settings.members.set(name, setting);
    if (!word || !/^\s*\{/.test(word.text)) {
      if (content?.value.kind !== "dict") return false;
      if (content.value.span) {
        if (content.isShared) throw new CannotWrite();
        this.edits.push(...editDocument(content.value, settings, content.notebook));
        return true;
      }
      // An option takes the place of the whole member of the file
      if (setting instanceof Settings && content.value.entries.has(name)) throw new CannotWrite();
      return false;
    }
    const value = this.written(word);
    this.editText(value, editJson(value.text, settings));
    return true;
  }

  /** `--vpc-config Subnets=a,b`: JSON where the author writes JSON. */
  private argument(name: string, shape: ApiShape, setting: Setting): string {
    const option = `--${optionName(name)}`;
    if (shape.type === "boolean") return setting === true ? option : `--no-${optionName(name)}`;
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

function plainText(value: Json): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
