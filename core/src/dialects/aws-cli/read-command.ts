import { operationOfMethod, type ApiOperation } from "../../catalog/sagemaker-api.js";
import type { Span } from "../../notebook/span.js";
import type { Value } from "../../python/value.js";
import { argumentValue, type CliRefusal, type ReadFile } from "./argument-value.js";
import { inputOf } from "./input-option.js";
import type { LocatedText } from "./located-text.js";
import { commonOption, commonOptionNames, optionName } from "./options.js";
import { unknownText } from "./shell/parse-script.js";
import { submitServiceJob, trainingOf } from "./service-job.js";

/** One word of a command, and how it was written. */
export interface CommandWord extends LocatedText {
  /** As written, quotes included. */
  readonly span: Span;
  /** It may be several words, or none. */
  readonly splits: boolean;
}

/** An option as it was given: `--vpc-config Subnets=…`. */
export interface GivenOption {
  /** Without dashes, in full. */
  readonly name: string;
  readonly word: CommandWord;
  readonly values: readonly CommandWord[];
}

/** `aws sagemaker …`, understood as the AWS CLI does. */
export interface ReadCommand {
  /** `create-training-job` */
  readonly command: string;
  readonly commandWord: CommandWord;
  readonly operation?: ApiOperation;
  /** The request's members. */
  readonly keywords: ReadonlyMap<string, Value>;
  /** Where their names are written. */
  readonly keys: ReadonlyMap<string, Span>;
  /** There may be more members: from a file, from words that are not known. */
  readonly open: boolean;
  readonly options: readonly GivenOption[];
  /** Options and words that the command does not know. */
  readonly unknown: readonly CommandWord[];
  readonly refused?: CliRefusal;
  /**
   * What files give, by the member of the request, or what Python made them of; `cli-input`: what `--cli-input-json` or
   * `--cli-input-yaml` gives.
   */
  readonly contents?: ReadonlyMap<string, Value>;
  /** `--generate-cli-skeleton`: nothing is asked of AWS. */
  readonly sendsNothing: boolean;
  /** It is the payload of a command that gives it to a queue of AWS Batch. */
  readonly isQueued?: true;
}

/** @param words What follows `aws`. Undefined: it is not a command of SageMaker. */
export function readCommand(words: readonly CommandWord[], read: ReadFile): ReadCommand | undefined {
  const found = commandOf(words);
  if (!found || found.command.text.includes(unknownText)) return undefined;
  if (found.service === "sagemaker")
    return readOperation(found, operationOfMethod(found.command.text.replaceAll("-", "_")), read);
  if (found.command.text !== "submit-service-job") return undefined;
  return trainingOf(readOperation(found, submitServiceJob, read), read);
}

function readOperation(
  { command, rest }: FoundWords,
  operation: ApiOperation | undefined,
  read: ReadFile,
): ReadCommand {
  const parsed = parseOptions(rest, operation);
  const sendsNothing = parsed.options.some(({ name }) => name === "generate-cli-skeleton");
  const base = { command: command.text, commandWord: command, ...parsed, sendsNothing };
  if (!operation) return { ...base, keywords: new Map(), keys: new Map() };

  const keywords = new Map<string, Value>();
  const keys = new Map<string, Span>();
  const contents = new Map<string, Value>();
  let { open } = parsed;
  let refused: CliRefusal | undefined;
  for (const { given, member } of inModelOrder(parsed.options, operation)) {
    const { name, word, values } = given;
    const { shape } = member;
    keys.set(member.name, word.span);
    if (shape.type === "boolean") {
      keywords.set(member.name, { kind: "constant", data: !name.startsWith("no-"), span: word.span });
      continue;
    }
    const result = argumentValue(shape, values, `--${name}`, read);
    if ("refused" in result) {
      refused ??= result.refused;
      continue;
    }
    keywords.set(member.name, result.value);
    const content = contentOf(values[0], read);
    if (content) contents.set(member.name, content.made ?? result.value);
  }
  const input = parsed.options.find(({ name }) => name.startsWith("cli-input-"));
  const more = input && inputOf(input, read);
  if (more) contents.set("cli-input", contentOf(input.values[0], read)?.made ?? more);
  if (input) {
    if (more?.kind === "dict") {
      for (const [name, value] of more.entries) {
        if (keywords.has(name)) continue;
        keywords.set(name, value);
        const key = more.keys?.get(name);
        if (key) keys.set(name, key);
      }
      open ||= more.open;
    } else if (!more)
      refused ??= { error: "ParamError", message: "Error parsing parameter 'cli-input-json': Invalid JSON" };
    else open = true;
  }
  for (const word of parsed.unknown) {
    const name = memberName(word.text);
    if (name === undefined || keywords.has(name)) continue;
    keywords.set(name, { kind: "unknown", why: "the AWS CLI does not know the option" });
    keys.set(name, word.span);
  }
  const usage = usageProblem(operation, parsed, input !== undefined);
  refused = usage ?? refused;
  return {
    ...base,
    operation,
    keywords,
    keys,
    open,
    ...(contents.size > 0 ? { contents } : {}),
    ...(refused ? { refused } : {}),
  };
}

/** The options of the request's members, as the AWS CLI goes through them. */
function inModelOrder(options: readonly GivenOption[], operation: ApiOperation) {
  const place = (name: string) => operation.members.indexOf(name);
  return options
    .flatMap((given) => {
      const member = memberOf(operation, given.name);
      return member ? [{ given, member }] : [];
    })
    .sort((one, other) => place(one.member.name) - place(other.member.name));
}

/** What a file, or Python, gives to an option; undefined: its words stand in the command. */
function contentOf(word: CommandWord | undefined, read: ReadFile): { readonly made?: Value } | undefined {
  if (word?.made) return word;
  return word?.text.startsWith("file://") === true
    ? (read(word.text.slice("file://".length)) ?? {})
    : undefined;
}

interface FoundWords {
  readonly service: "sagemaker" | "batch";
  readonly command: CommandWord;
  readonly rest: readonly CommandWord[];
}

/** The service's command, and its words; global options may stand before it. */
function commandOf(words: readonly CommandWord[]): FoundWords | undefined {
  const before: CommandWord[] = [];
  let service: FoundWords["service"] | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    if (word.text.startsWith("-")) {
      before.push(word);
      const [, name = "", value] = /^--([\w-]+)(=)?/.exec(word.text) ?? [];
      const next = words[index + 1];
      if (commonOption(name)?.takesValue === true && value === undefined && next) {
        before.push(next);
        index += 1;
      }
    } else if (service) return { service, command: word, rest: [...before, ...words.slice(index + 1)] };
    else if (word.text === "sagemaker" || word.text === "batch") service = word.text;
    else break;
  }
  return undefined;
}

interface ParsedOptions {
  /** Each once, as it was given last. */
  readonly options: readonly GivenOption[];
  /** The first that has a value too many, or none. */
  readonly misused?: GivenOption;
  readonly unknown: readonly CommandWord[];
  readonly open: boolean;
}

function parseOptions(words: readonly CommandWord[], operation: ApiOperation | undefined): ParsedOptions {
  const options = new Map<string, GivenOption>();
  const unknown: CommandWord[] = [];
  const names = [...commonOptionNames, ...(operation ? optionNames(operation) : [])];
  let open = false;
  let misused: GivenOption | undefined;
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (!word) break;
    if (word.text.includes(unknownText) && (word.splits || word.text === unknownText)) {
      open = true; // options, perhaps
      continue;
    }
    const [, written, equals, attached = ""] = /^--([\w-]+)(=([\s\S]*))?$/.exec(word.text) ?? [];
    const name = written === undefined ? undefined : fullName(written, names);
    if (name === undefined) {
      if (operation) unknown.push(word);
      continue;
    }
    const values: CommandWord[] = [];
    const most = mostValues(name, operation);
    if (equals !== undefined) values.push(part(word, word.text.length - attached.length));
    else {
      for (let next = words[index + 1]; next && values.length < most; next = words[index + 1]) {
        if (isOption(next.text, names)) break;
        values.push(next);
        index += 1;
      }
    }
    const given = { name, word, values };
    options.set(name, given);
    if (values.length > most || (values.length === 0 && most === 1 && name !== "generate-cli-skeleton"))
      misused ??= given;
  }
  return { options: [...options.values()], unknown, open, ...(misused ? { misused } : {}) };
}

/** Whether `argparse` takes a word for an option, known or not, and not for a value of the option before it. */
function isOption(text: string, names: readonly string[]): boolean {
  if (!/^-./s.test(text)) return false;
  const [, written] = /^--([\w-]+)(?:=[\s\S]*)?$/.exec(text) ?? [];
  if (written !== undefined && names.some((name) => name.startsWith(written))) return true;
  return !/^-(?:\d+|\d*\.\d+)$/.test(text) && !text.includes(" ");
}

/** How many words an option takes. */
function mostValues(name: string, operation: ApiOperation | undefined): number {
  const common = commonOption(name);
  if (name === "generate-cli-skeleton") return 1;
  if (common) return common.takesValue ? 1 : 0;
  const type = operation && memberOf(operation, name)?.shape.type;
  if (type === "boolean") return 0;
  return type === "list" ? Number.POSITIVE_INFINITY : 1;
}

/** An option may be cut as long as it is the only one that begins so. */
function fullName(written: string, names: readonly string[]): string | undefined {
  if (names.includes(written)) return written;
  const matching = names.filter((name) => name.startsWith(written));
  return matching.length === 1 ? matching[0] : undefined;
}

/** `VpcConfig` of an option that the command does not have. */
function memberName(option: string): string | undefined {
  const [, name] = /^--([a-z][\w-]*)/i.exec(option) ?? [];
  return name?.replace(/(?:^|-)(\w)/g, (_, first: string) => first.toUpperCase());
}

export function optionNames(operation: ApiOperation): readonly string[] {
  return operation.members.flatMap((member) => {
    const name = optionName(member);
    return operation.input.members?.get(member)?.().type === "boolean" ? [name, `no-${name}`] : [name];
  });
}

function memberOf(operation: ApiOperation, option: string) {
  for (const [name, shape] of operation.input.members ?? []) {
    const own = optionName(name);
    if (own === option || (`no-${own}` === option && shape().type === "boolean"))
      return { name, shape: shape() };
  }
  return undefined;
}

/** What `argparse` says before anything else. */
function usageProblem(
  operation: ApiOperation,
  { options, misused, unknown, open }: ParsedOptions,
  hasInput: boolean,
): CliRefusal | undefined {
  const given = new Set(options.map(({ name }) => name));
  const missing = operation.required
    .map(optionName)
    .filter((name) => !given.has(name) && !given.has(`no-${name}`));
  const value = misused?.values[0];
  if (misused && value)
    return {
      error: "ArgumentError",
      message: `argument --${misused.name}: ignored explicit argument '${value.text}'`,
    };
  if (misused && !open)
    return { error: "ArgumentError", message: `argument --${misused.name}: expected one argument` };
  if (missing.length > 0 && !hasInput && !open && !given.has("generate-cli-skeleton")) {
    const list = missing.map((name) => `--${name}`).join(", ");
    return { error: "ArgumentError", message: `the following arguments are required: ${list}` };
  }
  if (unknown.length === 0) return undefined;
  return {
    error: "UnknownArgumentError",
    message: `Unknown options: ${unknown.map(({ text }) => text).join(", ")}`,
  };
}

/** The end of a word: of `--name=value` the value. */
function part(word: CommandWord, from: number): CommandWord {
  return {
    ...word,
    text: word.text.slice(from),
    place: (start, end) => word.place(from + start, from + end),
  };
}
