import { pathBelow } from "../files/file-answer.js";
import type { FileReading } from "../files/file-value.js";
import { readJson } from "../files/read-json.js";
import { readYaml } from "../files/read-yaml.js";
import { withoutLast } from "../without-last.js";
import { allocateFileValue } from "./allocate-file-value.js";
import type { Context } from "./context.js";
import { loadJsonText } from "./json-text.js";
import { text, unknown, type BoundArguments, type MachineValue, type Site } from "./machine.js";
import {
  allocateFixedPath,
  allocatePath,
  joinPaths,
  joinUri,
  ownFile,
  parentOf,
  pathOf,
  pathType,
  writtenPath,
} from "./paths.js";
import {
  callWriterMethod,
  isDocument,
  isWriter,
  openToWrite,
  writeFile,
  writeSomewhere,
  writeText,
  writtenInto,
} from "./written-files.js";

function joinedPath(parts: readonly MachineValue[], context: Context): MachineValue | undefined {
  const joined = joinPaths(parts, context);
  return joined === undefined ? undefined : allocatePath(joined, context);
}

/** What `open()` gives. */
const fileType = "io.TextIOWrapper";

/** Whoever is handed it, or goes over it, reads of it or writes into it. */
export function isFile(value: MachineValue, context: Context): boolean {
  const object = context.object(value);
  return (object?.kind === "instance" && object.type === fileType) || isWriter(value, context);
}

/** Python's own functions that read files, and those that make paths; undefined: another function, or not known. */
export function callFileFunction(
  path: string,
  bound: BoundArguments,
  site: Site,
  context: Context,
): MachineValue | undefined {
  if (bound.openPositional || bound.openKeywords) return undefined;
  const [first] = bound.positional;
  switch (path) {
    case "builtins.open":
    case "io.open":
    case "codecs.open":
      return open(
        first ?? bound.keywords.get("file"),
        bound.positional[1] ?? bound.keywords.get("mode"),
        site,
        context,
      );
    case "os.getcwd":
    case "pathlib.Path.cwd":
      return allocateFixedPath(".", context);
    case "os.path.join":
      return joinUri(bound.positional) ?? joinedPath(bound.positional, context);
    case "pathlib.Path":
    case "pathlib.PurePath":
      return joinedPath(bound.positional, context);
    case "os.path.abspath":
    case "os.path.realpath": {
      const given = writtenPath(first, context);
      return given === undefined ? undefined : allocateFixedPath(given, context);
    }
    case "os.path.dirname":
    case "os.path.basename":
      return partOfPath(path === "os.path.dirname" ? "folder" : "name", first, context);
    case "json.load":
      return bound.keywords.size === 0 ? parsed(first, readJson, "json", context) : undefined;
    case "json.loads": {
      if (bound.keywords.size > 0) return undefined;
      const loaded = first ? loadJsonText(first, context) : undefined;
      return loaded ?? parsed(first, readJson, "json", context);
    }
    case "yaml.safe_load":
    case "yaml.full_load":
    case "yaml.load":
      return parsed(first ?? bound.keywords.get("stream"), readYaml, "yaml", context);
    default:
      return undefined;
  }
}

/** Of a text what stands before or behind its last slash, on all systems; of a path object its folder. */
function partOfPath(
  part: "folder" | "name",
  value: MachineValue | undefined,
  context: Context,
): MachineValue | undefined {
  const path = writtenPath(value, context);
  if (path === undefined || /^\/\/|\\/.test(path)) return undefined;
  if (value?.kind !== "constant")
    return part === "folder" ? allocatePath(parentOf(path), context) : undefined;
  const cut = path.lastIndexOf("/") + 1;
  if (part === "name") return text(path.slice(cut));
  const head = path.slice(0, cut);
  return text(/^\/*$/.test(head) ? head : withoutLast(head, "/"));
}

/** Methods of what `open` and `Path` give. */
export function callFileMethod(
  self: MachineValue,
  type: string,
  name: string,
  bound: BoundArguments,
  context: Context,
  site?: Site,
): MachineValue | undefined {
  const written = callWriterMethod(self, type, name, bound, site, context);
  if (written) return written;
  if (type === fileType) {
    if (name === "__enter__") return self;
    if (/^(?:close|__exit__|fileno|readable|flush)$/.test(name)) return undefined;
    const isWhole = name === "read" && bound.positional.length === 0;
    const content = isWhole ? contentOf(self, context) : undefined;
    setRest(self, isWhole ? text("") : unknown("how far the file was read is not followed"), context);
    return content;
  }
  if (type !== pathType) return undefined;
  switch (name) {
    case "read_text":
      return contentOf(self, context);
    case "open":
      return open(self, bound.positional[0] ?? bound.keywords.get("mode"), undefined, context);
    case "resolve":
    case "absolute":
      return allocateFixedPath(writtenPath(self, context) ?? "", context);
    case "joinpath": {
      const joined = joinPaths([self, ...bound.positional], context);
      return joined === undefined ? undefined : allocatePath(joined, context);
    }
    case "write_text":
      writeText(self, bound.positional[0] ?? bound.keywords.get("data"), context);
      return undefined;
    case "write_bytes":
    case "unlink":
    case "touch":
    case "rename":
    case "replace":
      writeFile(pathOf(self, context), unknown("the notebook writes it"), context);
      return undefined;
    default:
      return undefined;
  }
}

/** What the file has at this point of the notebook: what the notebook wrote, or what the host says. */
export function fileText(
  path: string,
  context: Context,
): { readonly text: string } | { readonly why: string } {
  const below = pathBelow(path);
  if (below === ownFile) return { why: "it is the text of the script itself" };
  const written = writtenInto(path, context);
  if (written) {
    return written.kind === "constant" && written.type === "str"
      ? { text: String(written.data) }
      : { why: `what the notebook writes into ${path} is not followed` };
  }
  if (below === undefined) return { why: `${path} is not read: it is not beside the notebook` };
  const answer = context.files.read(below);
  if (answer?.state === "text") return { text: answer.text };
  if (answer === undefined)
    return {
      why: context.files.isOpen ? `${path} has not been read yet` : `${path} is read when the notebook runs`,
    };
  if (answer.state === "absent") return { why: `${path} is not there` };
  return { why: `${path} cannot be read${answer.state === "unreadable" ? `: ${answer.why}` : ""}` };
}

function open(
  path: MachineValue | undefined,
  mode: MachineValue | undefined,
  site: Site | undefined,
  context: Context,
): MachineValue | undefined {
  const name = pathOf(path, context);
  const isRead = mode === undefined || (mode.kind === "constant" && /^[rbt]*$/.test(String(mode.data)));
  if (name === undefined) {
    if (!isRead) writeSomewhere(context);
    return undefined;
  }
  if (!isRead) return openToWrite(name, mode, site, context);
  return context.allocate({
    kind: "instance",
    type: fileType,
    members: new Map([["(path)", text(name)]]),
    open: false,
  });
}

/** A text that knows its file, so that what is parsed of it does. */
function contentOf(file: MachineValue, context: Context): MachineValue {
  const object = context.object(file);
  const rest = object?.kind === "instance" ? object.members.get(restMember) : undefined;
  if (rest) return rest;
  const path = fileOf(file, context);
  if (path === undefined) return unknown("which file is read is not known");
  const written = writtenInto(path, context);
  if (written && isDocument(written, context)) return written;
  const content = fileText(path, context);
  if ("why" in content) return unknown(content.why);
  // A byte order mark stays, and line ends become one character, as in Python
  const data = content.text.replace(/\r\n?/g, "\n");
  return { kind: "constant", type: "str", data, read: { file: path, line: 1 } };
}

/** What another read() gives; nothing is there before the first. */
const restMember = "(rest)";

function setRest(file: MachineValue, rest: MachineValue, context: Context): void {
  context.update(file, (object) =>
    object.kind === "instance" && object.type === fileType
      ? { ...object, members: new Map(object.members).set(restMember, rest) }
      : object,
  );
}

function fileOf(file: MachineValue, context: Context): string | undefined {
  const object = context.object(file);
  if (object?.kind !== "instance" || (object.type !== fileType && object.type !== pathType)) return undefined;
  const path = object.members.get("(path)");
  if (object.type === pathType) return pathOf(file, context);
  return path?.kind === "constant" ? String(path.data) : undefined;
}

/** `source`: a text, or an open file. */
function parsed(
  source: MachineValue | undefined,
  parse: (text: string) => FileReading,
  kind: string,
  context: Context,
): MachineValue | undefined {
  if (source === undefined) return undefined;
  const content =
    source.kind === "reference" && !isDocument(source, context) ? contentOf(source, context) : source;
  if (source.kind === "reference") setRest(source, text(""), context);
  if (content.kind === "reference") return kind === "json" ? loadJsonText(content, context) : undefined;
  if (content.kind === "unknown") return source.kind === "unknown" ? undefined : content;
  if (content.kind !== "constant" || content.type !== "str") return undefined;
  const reading = parse(String(content.data));
  const file = content.read?.file;
  if ("problem" in reading) return unknown(`${file ?? `the ${kind} text`}: ${reading.problem}`);
  return allocateFileValue(reading.value, file === undefined ? undefined : { file }, context);
}
