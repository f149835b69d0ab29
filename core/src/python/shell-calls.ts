import { shellPath } from "../files/shell-files.js";
import { environment, filesNamedIn, forgetFiles, mentionsSageMaker } from "./apply-effect.js";
import type { Context } from "./context.js";
import { freeze } from "./freeze.js";
import { patternOf } from "./join-texts.js";
import { unknown, type BoundArguments, type MachineValue, type Site } from "./machine.js";
import type { ShellPieceAt, ShellRecordAt } from "./record.js";
import { isDocument } from "./written-files.js";
import type { WrittenSpan } from "./text-version.js";

type Piece = ShellPieceAt<WrittenSpan>;

/** Of the functions that run a command: whether they hand a text to a shell. */
const runners: ReadonlyMap<string, boolean> = new Map([
  ["subprocess.run", false],
  ["subprocess.call", false],
  ["subprocess.check_call", false],
  ["subprocess.check_output", false],
  ["subprocess.Popen", false],
  ["subprocess.getoutput", true],
  ["subprocess.getstatusoutput", true],
  ["os.system", true],
  ["os.popen", true],
]);

/** `subprocess.run(["aws", …])`, `os.system("aws …")`: a command as others are. Nothing is done for other functions. */
export function recordShellCall(path: string, bound: BoundArguments, site: Site, context: Context): void {
  const takesText = runners.get(path);
  if (takesText === undefined || bound.openPositional || bound.openKeywords) return;
  const shell = bound.keywords.get("shell");
  const isShell = takesText || (shell?.kind === "constant" && shell.data === true);
  const all = bound.positional[0] ?? bound.keywords.get("args") ?? bound.keywords.get("cmd");
  // Of a list a shell reads the first; the others are $0, $1, …
  const [first, ...others] = (isShell && all ? wordsOf(all, context) : undefined) ?? [];
  const given = first && others.length === 0 ? first : all;
  const valueSpan = site.arguments[0]?.valueSpan ?? site.span;
  if (!given || (shell && shell.kind !== "constant")) return;
  const words = isShell ? undefined : wordsOf(given, context);
  const program = words && shellReadingInput(words);
  const input = program === undefined ? undefined : bound.keywords.get("input");
  const isText = isShell || input !== undefined;
  const pieces = isText
    ? textPieces(input ?? given, input ? (input.span ?? site.span) : valueSpan, context)
    : words?.map((word) => wordPiece(word, valueSpan, context));
  if (!pieces) return;
  const texts = pieces.map(knownText);
  const command = texts.join(isText ? "" : " ");
  if (isText) forgetFiles(command, context);
  // AWS, or a shell with a text of its own
  if (!mentionsSageMaker(command)) return;
  const own = bound.keywords.get("env");
  const isElsewhere = isGiven(bound.keywords.get("cwd"));
  const set = environment(command, context);
  context.recordShell({
    span: site.span,
    pieces,
    arguments: [],
    interpolated: false,
    expandsBraces: program?.endsWith("bash") === true,
    environment: isGiven(own) ? new Map([...always, ...set.keys()].map((name) => [name, notTold])) : set,
    files: isElsewhere ? new Map() : filesOf(texts, command, context),
    from: isText ? "Python's text" : "Python's words",
    ...(input ? {} : listOf(given, context)),
  });
}

/** `["bash", "-s"]`: a shell that is given its commands as `input`. */
function shellReadingInput(words: readonly MachineValue[]): string | undefined {
  const [program, ...others] = words.map((word) => (word.kind === "constant" ? String(word.data) : ""));
  const isShell = /^(?:\S*\/)?(?:bash|sh)$/.test(program ?? "");
  return isShell && others.every((word) => /^-(?:[seux]*)$/.test(word)) ? program : undefined;
}

const notTold = { kind: "unknown", why: "the command has an environment of its own" } as const;
const always = ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"];

function isGiven(value: MachineValue | undefined): boolean {
  return value !== undefined && !(value.kind === "constant" && value.data === null);
}

/** A path may have blanks in it, which end it in a text. */
function filesOf(texts: readonly string[], command: string, context: Context) {
  const files = new Map(filesNamedIn(command, context));
  for (const word of texts)
    if (/^file:\/\/.*\s/.test(word))
      files.delete(shellPath(word.slice("file://".length).split(/\s/)[0] ?? ""));
  return files;
}

function wordsOf(given: MachineValue, context: Context): readonly MachineValue[] | undefined {
  if (given.kind === "tuple") return given.items;
  const object = context.object(given);
  if (object?.kind !== "list" || object.gives) return undefined;
  return object.open ? [...object.items, unknown("the list may have more in it")] : object.items;
}

/** Where the words are written, for what is added. */
function listOf(given: MachineValue, context: Context): Pick<ShellRecordAt<WrittenSpan>, "list"> {
  const object = context.object(given);
  const span = object?.kind === "list" ? object.span : undefined;
  return span ? { list: span } : {};
}

function wordPiece(word: MachineValue, otherwise: WrittenSpan, context: Context): Piece {
  const inner = plainInside(word);
  if (isDocument(word, context)) return { value: freeze(word, context.state), span: word.span ?? otherwise };
  if (inner && word.kind === "constant") return { text: String(word.data), span: inner };
  return {
    value: word.kind === "unknown" ? plainUnknown(word.why) : constantOf(word),
    span: word.span ?? otherwise,
  };
}

function constantOf(word: MachineValue): Extract<Piece, { value: unknown }>["value"] {
  if (word.kind === "constant" && word.type === "str") return { kind: "constant", data: word.data };
  if (word.kind === "either" && word.values.every((one) => one.kind === "constant" && one.type === "str"))
    return { kind: "either", values: word.values.map(constantOf) };
  return plainUnknown("it is known only when the notebook runs");
}

function plainUnknown(why: string) {
  return { kind: "unknown", why } as const;
}

/** A text is one piece where it stands there as it is; of others only what they say is known. */
function textPieces(
  given: MachineValue,
  otherwise: WrittenSpan,
  context: Context,
): readonly Piece[] | undefined {
  const inner = plainInside(given);
  if (inner && given.kind === "constant") return [{ text: String(given.data), span: inner }];
  const span = given.span ?? otherwise;
  if (given.kind === "either") return [{ value: freeze(given, context.state), span }];
  const pattern = patternOf(given);
  if (!pattern || (given.kind !== "constant" && given.kind !== "unknown")) return undefined;
  const why = given.kind === "unknown" ? given.why : "";
  return pattern.map((part) => ({
    value: typeof part === "string" ? { kind: "constant", data: part } : plainUnknown(why),
    span,
  }));
}

/** Between the quotes of a literal of one line that says what stands there. */
function plainInside(value: MachineValue): WrittenSpan | undefined {
  const { span } = value;
  if (value.kind !== "constant" || value.type !== "str" || !span) return undefined;
  const source = span.version.text.slice(span.start, span.end);
  const isPlain = /^(["'])(?!\1\1)[^\\\n]*\1$/.test(source) && source.slice(1, -1) === value.data;
  return isPlain ? { ...span, start: span.start + 1, end: span.end - 1 } : undefined;
}

function knownText(piece: Piece): string {
  if ("text" in piece) return piece.text;
  const { value } = piece;
  if (value.kind === "either")
    return value.values.map((one) => (one.kind === "constant" ? String(one.data) : "")).join(" ");
  return value.kind === "constant" ? String(value.data) : "\0";
}
