import { pathBelow } from "../files/file-answer.js";
import type { Context } from "./context.js";
import { callJsonDumps, jsonText, yamlText } from "./json-text.js";
import {
  none,
  text,
  unknown,
  type BoundArguments,
  type HeapObject,
  type MachineValue,
  type Site,
  type SiteArgument,
} from "./machine.js";
import { pathOf } from "./paths.js";
import type { WrittenSpan } from "./text-version.js";
import { changeFolder } from "./working-folder.js";

/** What `open()` gives to write: what was written is in the file once it is closed. */
export const writerType = "io.TextIOWrapper.w";
const pathMember = "(path)";
const writtenMember = "(written)";

/** The file has this text from here on, for all who read it. */
export function writeFile(path: string | undefined, content: MachineValue, context: Context): void {
  if (path === undefined) {
    writeSomewhere(context);
    return;
  }
  const below = pathBelow(path);
  if (below !== undefined) put(nameOf(below), content, context);
  else if (path.startsWith("/")) writeElsewhere(path, content, context);
}

/** What the notebook itself wrote into the file; undefined: nothing. */
export function writtenInto(path: string, context: Context): MachineValue | undefined {
  const below = pathBelow(path);
  if (below !== undefined) return context.state.name(nameOf(below));
  const content = path.startsWith("/") ? context.state.name(nameOf(path)) : undefined;
  // It may be one of the notebook's folder under another name, and written since
  const isSince = content && namesOf(path).some((name) => !isElsewhere(context.state.name(name)));
  return isSince === true ? unknown(`${path} may be written under another name`) : content;
}

/** A path from the root may be one of the notebook's folder. */
function writeElsewhere(path: string, content: MachineValue, context: Context): void {
  if (/\/\.{0,2}(?:\/|$)/.test(path)) return;
  put(nameOf(path), content, context);
  for (const name of namesOf(path)) context.setName(name, unknown(elsewhere));
}

const elsewhere = "a file of its name is written elsewhere";

function isElsewhere(value: MachineValue | undefined): boolean {
  return value?.kind === "unknown" && value.why === elsewhere;
}

function namesOf(path: string): readonly string[] {
  const steps = path.split("/").slice(1);
  return steps.map((_, index) => nameOf(steps.slice(index).join("/")));
}

/** Set once a file was written, so that who asks for any looks at one name. */
const anything = "files written";

function put(name: string, content: MachineValue, context: Context): void {
  context.setName(anything, none);
  context.setName(name, content);
}

function nameOf(path: string): string {
  return `file:${path}`;
}

/**
 * Opens a file to write into it.
 *
 * @param site Where `open()` is called, if that is told.
 */
export function openToWrite(
  path: string,
  mode: MachineValue,
  site: Site | undefined,
  context: Context,
): MachineValue {
  writeFile(path, unknown("the notebook writes it"), context);
  const isNew = mode.kind === "constant" && /^(?:[wx]t?|t[wx])$/.test(String(mode.data));
  return context.allocate({
    kind: "instance",
    type: writerType,
    members: new Map([
      [pathMember, text(path)],
      [writtenMember, isNew ? text("") : unknown("what was in the file before is not known")],
    ]),
    open: false,
    ...(site ? { span: site.span } : {}),
  });
}

/** Nobody knows which file is written: it may be any of those that were. */
export function writeSomewhere(context: Context): void {
  // To look at all names has the cell evaluated anew at each keystroke
  if (context.state.name(anything) === undefined) return;
  for (const key of context.state.keys())
    if (key.startsWith("file:")) context.setName(key, unknown("which file is meant is not known"));
}

export function isWriter(value: MachineValue | undefined, context: Context): value is MachineValue {
  return value !== undefined && writerOf(value, context) !== undefined;
}

/** A method of a file that is written; undefined: it is another object. */
export function callWriterMethod(
  self: MachineValue,
  type: string,
  name: string,
  bound: BoundArguments,
  site: Site | undefined,
  context: Context,
): MachineValue | undefined {
  if (type !== writerType) return undefined;
  switch (name) {
    case "__enter__":
      return self;
    case "write": {
      const [written] = bound.positional;
      append(self, written ?? unknown("what is written is not known"), context);
      // Nobody has it any more: Python closes it
      if (site && opensAt(self, context)?.start === site.span.start) closeWriter(self, context);
      return unknown("it is how much was written");
    }
    case "flush":
      flush(self, context);
      return undefined;
    case "close":
    case "__exit__":
      closeWriter(self, context);
      return undefined;
    case "fileno":
    case "readable":
    case "writable":
    case "isatty":
      return undefined;
    default:
      append(self, unknown(`${name}() of the file is not followed`), context);
      return undefined;
  }
}

/** `json.dump(…, file)`, `yaml.dump(…, file)`, `print(…, file=…)`; undefined: another function, or no file of these. */
export function callWriting(
  path: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  if (path === "builtins.print") {
    const file = bound.keywords.get("file");
    if (!isWriter(file, context)) return undefined;
    const [only, other] = bound.positional;
    const isPlain = only && !other && bound.keywords.size === 1 && !bound.openPositional;
    append(file, isPlain ? only : unknown("what is printed is not followed"), context);
    append(file, text("\n"), context);
    return unknown("nothing is printed");
  }
  const dumps = dumping.get(path);
  const isByName = bound.keywords.has("fp") || bound.keywords.has("stream");
  const file = bound.keywords.get("fp") ?? bound.keywords.get("stream") ?? bound.positional[1];
  if (dumps === undefined || !isWriter(file, context)) return undefined;
  const keywords = new Map([...bound.keywords].filter(([name]) => name !== "fp" && name !== "stream"));
  const positional = isByName || bound.positional.length <= 2 ? bound.positional.slice(0, 1) : [];
  const written = callJsonDumps(dumps, { ...bound, positional, keywords }, context);
  append(file, written ?? unknown("what is written is not followed"), context);
  const opened = opensAt(file, context);
  const isUnnamed = ({ value, valueSpan }: SiteArgument) =>
    value === file && valueSpan.start === opened?.start;
  if (opened && site.arguments.some(isUnnamed)) closeWriter(file, context);
  return unknown("nothing is given back");
}

const dumping: ReadonlyMap<string, string> = new Map([
  ["json.dump", "json.dumps"],
  ["yaml.dump", "yaml.dump"],
  ["yaml.safe_dump", "yaml.safe_dump"],
]);

/** What was written into it is in the file, and nothing more comes. */
export function closeWriter(file: MachineValue, context: Context): void {
  const writer = writerOf(file, context);
  if (!writer?.members.has(pathMember)) return;
  flush(file, context);
  context.update(file, (object) =>
    object.kind === "instance"
      ? { ...object, members: new Map([[writtenMember, unknown("the file is closed")]]) }
      : object,
  );
}

function flush(file: MachineValue, context: Context): void {
  const writer = writerOf(file, context);
  const path = writer?.members.get(pathMember);
  const written = writer?.members.get(writtenMember);
  // Code that is not followed had it
  if (writer?.open !== false || path?.kind !== "constant") return;
  // An empty file is one that is written in a way that is not followed
  const isEmpty = written?.kind === "constant" && written.data === "";
  writeFile(String(path.data), (isEmpty ? undefined : written) ?? unknown("the notebook writes it"), context);
}

function append(file: MachineValue, added: MachineValue, context: Context): void {
  context.update(file, (object) => {
    if (object.kind !== "instance" || object.type !== writerType) return object;
    const before = object.members.get(writtenMember) ?? unknown("the file is closed");
    const written = joined(before, added, context);
    return { ...object, members: new Map(object.members).set(writtenMember, written) };
  });
}

function joined(before: MachineValue, added: MachineValue, context: Context): MachineValue {
  const [first, second] = [textIn(before), textIn(added)];
  if (first === "") return writable(added, context);
  // Blanks behind a document are no part of it
  if (second?.trim() === "" && isDocument(before, context)) return before;
  if (first !== undefined && second !== undefined) return text(first + second);
  return unknown("it is written in several parts");
}

function writable(value: MachineValue, context: Context): MachineValue {
  const isText = textIn(value) !== undefined || isDocument(value, context) || value.kind === "unknown";
  return isText ? value : unknown("what is written is not followed");
}

function textIn(value: MachineValue): string | undefined {
  return value.kind === "constant" && value.type === "str" ? String(value.data) : undefined;
}

/** A text that was made of a dict or a list. */
export function isDocument(value: MachineValue, context: Context): boolean {
  const object = context.object(value);
  return (
    object?.kind === "instance" && (object.type === jsonText || object.type === yamlText) && !object.open
  );
}

function opensAt(file: MachineValue, context: Context): WrittenSpan | undefined {
  return writerOf(file, context)?.span;
}

function writerOf(
  value: MachineValue,
  context: Context,
): Extract<HeapObject, { kind: "instance" }> | undefined {
  const object = context.object(value);
  return object?.kind === "instance" && object.type === writerType ? object : undefined;
}

/** What `Path.write_text(…)` puts there. */
export function writeText(path: MachineValue, content: MachineValue | undefined, context: Context): void {
  const known = content && writable(content, context);
  writeFile(pathOf(path, context), known ?? unknown("the notebook writes it"), context);
}

/** Functions that change the files that they are given by their paths. */
const changing =
  /^(?:shutil\.(?:copy|copy2|copyfile|move|rmtree|unpack_archive)|os\.(?:rename|renames|replace|remove|unlink|truncate))$/;
/** Those after which the second file has what was in the first. */
const copying = /\.(?:copy|copy2|copyfile|move|rename|replace)$/;

/** What becomes of files that were written where code that is not followed gets their paths. */
export function changeFiles(path: string | undefined, bound: BoundArguments, context: Context): void {
  if (path === "os.chdir")
    changeFolder(pathOf(bound.positional[0] ?? bound.keywords.get("path"), context), context);
  if (path === "contextlib.chdir" || path === "os.fchdir") changeFolder(undefined, context);
  const isKnown = path !== undefined && changing.test(path);
  const copied = isKnown && copying.test(path) ? contentCopied(bound, context) : undefined;
  const change = (value: MachineValue) => {
    const file = value.kind === "constant" || value.kind === "reference" ? pathOf(value, context) : undefined;
    if (file === undefined) {
      if (isKnown && value.kind !== "reference") writeSomewhere(context);
      return;
    }
    if (file.length > longestPath || !(isKnown || dataFile.test(file))) return;
    if (isKnown || writtenInto(file, context) !== undefined)
      writeFile(file, unknown("code that is not followed may write it"), context);
  };
  bound.positional.forEach(change);
  bound.keywords.forEach(change);
  if (copied) writeFile(copied.path, copied.content, context);
}

function contentCopied(
  { positional, keywords }: BoundArguments,
  context: Context,
): { readonly path: string; readonly content: MachineValue } | undefined {
  const [from, to] = [pathOf(positional[0], context), pathOf(positional[1], context)];
  const content = from === undefined ? undefined : writtenInto(from, context);
  // It may be the folder that it is put into
  if (to === undefined || !dataFile.test(to) || !content || keywords.size > 0) return undefined;
  return { path: to, content };
}

const dataFile = /\.(?:json|ya?ml)$/;
const longestPath = 300;
