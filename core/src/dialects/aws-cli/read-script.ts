import type { FileContent, ShellPiece, ShellRecord } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import type { ReadFile } from "./argument-value.js";
import type { LocatedText } from "./located-text.js";
import { textOfMade } from "./made-value.js";
import { readCommand, type CommandWord, type ReadCommand } from "./read-command.js";
import { withoutPlaces } from "./shell/change-value.js";
import { expandWord, mostAlternatives, type Field, type Text, type Variables } from "./shell/expand-word.js";
import { parseScript, unknownText } from "./shell/parse-script.js";
import { partOf } from "./shell/printed-text.js";
import { runScript } from "./shell/run-script.js";
import { pathIn, start as startingFolder, type Folder } from "./shell/shell-folder.js";
import { ShellSource, type SourcePiece } from "./shell/source.js";
import type { Span } from "../../notebook/span.js";

/** A command of the AWS CLI for SageMaker, where it is written. */
export interface FoundCommand {
  readonly read: ReadCommand;
  readonly span: Span;
  /** The variables that it sees. */
  readonly variables: Variables;
  /** The shell takes it for no command at all. */
  readonly isRefused: boolean;
  /** Of a command that stands in a text of another language: whether it stands there as it is. */
  readonly inText?: "as it is" | "made";
  /** The words, where Python has a list of them. */
  readonly words?: readonly CommandWord[];
}

/** The commands of the AWS CLI for SageMaker that a shell is told to run; one in several variants where values differ by branch. */
export function readScript(record: ShellRecord): readonly FoundCommand[] {
  const given = argumentsOf(record);
  const environment: [string, readonly Text[]][] = [...record.environment].map(([name, value]) => [
    name,
    textsOf(value),
  ]);
  const variables: Variables = new Map([
    ...environment,
    ...given.map((word, index) => [String(index + 1), [word]] as const),
  ]);
  return alternativesOf(record.pieces).flatMap((pieces) => {
    const text = record.from === "Python's words" ? textIn(pieces) : undefined;
    const { source, script, files } = sourceOf(text ? [text] : pieces, record.files);
    if (record.from === "Python's words" && !text) return fromWords(pieces, record, source, files, variables);
    const inText = record.from && {
      inText: isWhole(text ? [text] : pieces) ? ("as it is" as const) : ("made" as const),
    };
    const commands = runScript(
      script,
      variables,
      files,
      isAws,
      record.expandsBraces,
      given.length > 0 ? given : undefined,
      record.isFile,
    );
    return commands.flatMap(
      ({ alternatives, variables: seen, files: known, folder, from, to, isRefused, inText: own }) =>
        alternatives.flatMap((fields) => {
          const words = fields
            .slice(1)
            .map((field) => commandWord(fileFromStart(field, known, folder), source));
          const read = readCommand(words, readerOf(known, source, folder));
          const within = own === "made" ? { inText: own } : (inText ?? (own && { inText: own }));
          return read ? [{ read, span: source.span(from, to), variables: seen, isRefused, ...within }] : [];
        }),
    );
  });
}

/** `["bash", "-c", "commands"]` */
function textIn([program, option, text, more]: readonly SourcePiece[]): SourcePiece | undefined {
  const isShell =
    /^(?:\S*\/)?(?:bash|sh)$/.test(program?.text ?? "") && /^-[a-z]*c$/.test(option?.text ?? "");
  return isShell && !more ? text : undefined;
}

function isWhole([only, other]: readonly SourcePiece[]): boolean {
  return only?.kind === "text" && other === undefined;
}

/** A list of words, of which no shell makes others. */
function fromWords(
  pieces: readonly SourcePiece[],
  record: ShellRecord,
  source: ShellSource,
  files: ReadonlyMap<string, Text>,
  variables: Variables,
): readonly FoundCommand[] {
  let end = 0;
  const words = pieces.map(({ text = unknownText }, place) => {
    const from = end;
    end += text.length;
    return commandWord(
      { text, at: placesFrom(from, text), splits: false, from, to: end, ...madeOf(record.pieces[place]) },
      source,
    );
  });
  const [program, ...given] = words;
  if (!program || !isAws(program.text)) return [];
  const read = readCommand(given, readerOf(files, source));
  return read ? [{ read, span: record.span, variables, isRefused: false, words }] : [];
}

/** The script, and behind it what the notebook itself has written into the files that it reads. */
function sourceOf(pieces: readonly SourcePiece[], contents: ReadonlyMap<string, FileContent>) {
  const script = new ShellSource(pieces).text;
  const all = [...pieces];
  const files = new Map<string, Text>();
  let end = script.length;
  for (const [path, content] of contents) {
    if ("value" in content) {
      files.set(path, { ...withoutPlaces(textOfMade(content.value) ?? unknownText), made: content.value });
      continue;
    }
    const { text, file, span } = content;
    if (!span) {
      files.set(path, { ...withoutPlaces(text), file });
      continue;
    }
    files.set(path, { text, at: placesFrom(end, text) });
    all.push({ kind: "text", text, span });
    end += text.length;
  }
  return { source: new ShellSource(all), script, files };
}

function placesFrom(start: number, { length }: string): readonly number[] {
  return Array.from({ length }, (_, index) => start + index);
}

/** `file://$FOLDER/PATH`, where it is known which file is meant though the folder has no name: by a path of our own. */
function fileFromStart(field: Field, files: ReadonlyMap<string, Text>, folder: Folder): Field {
  const [scheme] = /^file:\/\//.exec(field.text) ?? [];
  if (scheme === undefined || !field.text.slice(scheme.length).startsWith(unknownText)) return field;
  const path = pathIn({ folder }, partOf(field, scheme.length, field.text.length));
  if (path === undefined || !files.has(path)) return field;
  const isBelow = folder.path !== "" && !path.startsWith("/");
  const up = isBelow ? "../".repeat(folder.path.split("/").length) : "";
  const text = `${scheme}${up}${path}`;
  return { ...field, ...withoutPlaces(text) };
}

function readerOf(
  files: ReadonlyMap<string, Text>,
  source: ShellSource,
  folder: Folder = startingFolder,
): ReadFile {
  return (written) => {
    const path = pathIn({ folder }, { text: written, at: [] });
    const text = path === undefined ? undefined : files.get(path);
    return text && inFile(text, locate(text, source, undefined));
  };
}

/** A file of the host's has lines, and no place in the notebook. */
function inFile({ text, file, made }: Text, located: LocatedText): LocatedText {
  if (made) return { ...located, made };
  if (file === undefined) return located;
  return { ...located, read: (from) => ({ file, line: text.slice(0, from).split("\n").length }) };
}

function isAws(program: string): boolean {
  return program === "aws" || program.endsWith("/aws");
}

/** `$1`, `$2` … of a script. */
function argumentsOf(record: ShellRecord): readonly Text[] {
  const [pieces] = alternativesOf(record.arguments);
  if (pieces === undefined || pieces.length === 0) return [];
  const [command] = parseScript(new ShellSource(pieces).text);
  if (command?.kind !== "simple") return [];
  const fields = command.words.map((word) => expandWord(word, new Map()));
  if (
    fields.some((alternatives) => alternatives.length !== 1 || alternatives[0]?.some(({ splits }) => splits))
  )
    return [];
  const words = fields.flatMap(([one = []]) => one);
  const options = words.findIndex(({ text }) => text === "-s" || text === "--");
  if (options < 0) return [];
  return words.slice(options + 1).map(({ text }) => withoutPlaces(text));
}

function textsOf(value: Value): readonly Text[] {
  const values = value.kind === "either" ? value.values : [value];
  return values.map((one) =>
    withoutPlaces(one.kind === "constant" && typeof one.data === "string" ? one.data : unknownText),
  );
}

/** What the shell gets, for each way that the values may be. */
function alternativesOf(pieces: readonly ShellPiece[]): readonly (readonly SourcePiece[])[] {
  let lines: SourcePiece[][] = [[]];
  for (const piece of pieces) {
    const variants = variantsOf(piece);
    const kept = lines.length * variants.length > mostAlternatives ? [unknownPiece(piece)] : variants;
    const [only, other] = kept;
    if (only && other === undefined) for (const line of lines) line.push(only);
    else lines = lines.flatMap((line) => kept.map((one) => [...line, one]));
  }
  return lines;
}

function variantsOf(piece: ShellPiece): readonly SourcePiece[] {
  if ("text" in piece) return [{ kind: "text", ...piece }];
  const values = piece.value.kind === "either" ? piece.value.values : [piece.value];
  return values.map((value): SourcePiece => {
    const written = value.span ? { written: value.span } : {};
    if (value.kind === "constant" && typeof value.data === "string")
      return { kind: "filled", text: value.data, span: piece.span, ...written };
    if (value.kind === "object")
      return { kind: "filled", text: textOfMade(value), span: piece.span, ...written };
    const why = value.kind === "unknown" ? { why: value.why } : {};
    return { kind: "filled", text: undefined, span: piece.span, ...why, ...written };
  });
}

function madeOf(piece: ShellPiece | undefined): { readonly made?: Value } {
  return piece && "value" in piece && piece.value.kind === "object" ? { made: piece.value } : {};
}

function unknownPiece({ span }: ShellPiece): SourcePiece {
  return { kind: "filled", text: undefined, why: "it differs by branch in too many ways", span };
}

function commandWord(field: Field, source: ShellSource): CommandWord {
  const span = source.span(field.from, field.to);
  const made = field.made ? { made: field.made } : {};
  return { ...locate(field, source, span), span, splits: field.splits, ...made };
}

function locate(text: Text, source: ShellSource, whole: Span | undefined): LocatedText {
  return {
    text: text.text,
    place: (from, to) => source.place(text, from, to) ?? whole,
    why: (at) => {
      const offset = text.at[at] ?? -1;
      return offset < 0 ? "a variable is known only when the command runs" : source.why(offset);
    },
  };
}
