import { plainTemplate, readTemplate, type TemplatePart } from "../notebook/interpolation.js";
import type { Effect, TextRange } from "../notebook/magics.js";
import { filesChangedBy, filesReadBy, shellPath, takesIn } from "../files/shell-files.js";
import type { Expression } from "./ast.js";
import { isBuiltin } from "./builtins.js";
import { loseNames } from "./call.js";
import type { Context } from "./context.js";
import { setEnvironmentText, setEnvironmentVariable, variableSet } from "./environment-variables.js";
import { evaluate, lostNames } from "./expression.js";
import { formattedAs } from "./format-text.js";
import { fileText } from "./file-calls.js";
import { freeze } from "./freeze.js";
import { text as plainText, unknown, type MachineValue } from "./machine.js";
import { parse } from "./parse.js";
import type { FileContentAt, ShellPieceAt } from "./record.js";
import type { WrittenSpan } from "./text-version.js";
import { changeFolder, fromNotebook } from "./working-folder.js";
import { isDocument, writeFile, writtenInto } from "./written-files.js";

/** Does what a magic or a shell line does, as far as the calls of the notebook can depend on it. */
export function applyEffect(effect: Effect, context: Context): void {
  switch (effect.kind) {
    case "environment":
      if (effect.interpolated)
        setEnvironmentVariable(effect.name, unknown("IPython fills in variables"), context);
      else setEnvironmentText(effect.name, effect.value, context);
      return;
    case "restore":
      if (effect.names.length === 0) loseNames("%store -r may have set it", context);
      for (const name of effect.names)
        context.assign(name, unknown("%store -r takes it from another notebook"));
      return;
    case "capture":
      for (const name of effect.names) context.assign(name, unknown("it is what a cell printed"));
      return;
    case "run":
      loseNames(`%run ${effect.file} may have set it`, context);
      return;
    case "write file": {
      const text = context.version.text.slice(effect.body.from, effect.body.to);
      const content =
        effect.appends || /[{$]/.test(effect.file)
          ? unknown("it is appended to a file")
          : plainText(text, context.span(effect.body));
      writeFile(fromNotebook(effect.file, context), content, context);
      return;
    }
    case "shell":
      recordCommand(effect, context);
      forgetFiles(effect.command, context);
      return;
    case "script":
      recordScriptOfCell(effect, context);
      forgetFiles(effect.script, context);
      return;
    case "change folder":
      goTo(effect, context);
      return;
    case "load extension":
    case "install":
  }
}

/** `%cd folder`; undefined: home, or back to where it was. */
function goTo({ folder, range }: Extract<Effect, { kind: "change folder" }>, context: Context): void {
  const text = textOf(filled(folder, range, context)).replace(/^(["'])(.*)\1$/, "$2");
  const isKnown = text !== "" && !/^-|[\0"'#~\\]/.test(text);
  changeFolder(isKnown ? fromNotebook(text, context) : undefined, context);
}

function recordCommand(effect: Extract<Effect, { kind: "shell" }>, context: Context): void {
  if (!mentionsSageMaker(effect.command)) return;
  const pieces = filled(effect.command, effect.range, context);
  context.recordShell({
    span: context.span(effect.range),
    pieces,
    arguments: [],
    interpolated: true,
    expandsBraces: true,
    environment: environment(effect.command, context),
    files: filesNamedIn(textOf(pieces), context),
  });
}

function recordScriptOfCell(effect: Extract<Effect, { kind: "script" }>, context: Context): void {
  if (!mentionsSageMaker(effect.script)) return;
  context.recordShell({
    span: context.span(effect.scriptRange),
    pieces: [{ text: effect.script, span: context.span(effect.scriptRange) }],
    arguments: filled(effect.arguments, effect.argumentsRange, context),
    interpolated: false,
    expandsBraces: !isPlainShell(effect.program),
    environment: environment(effect.script, context),
    files: filesNamedIn(effect.script, context),
  });
}

/** What a command may have written into a file is not what the host finds there. */
export function forgetFiles(command: string, context: Context): void {
  for (const path of filesChangedBy(command))
    writeFile(fromNotebook(path, context), unknown("a shell command may write it"), context);
}

/** Whether a command can be one that is looked for; the others cost nothing. */
export function mentionsSageMaker(command: string): boolean {
  const mentions = command.includes("sagemaker") || command.includes("submit-service-job");
  return mentions && command.includes("aws");
}

/** A script that is a file of its own. */
export function recordScript(text: string, context: Context): void {
  if (!mentionsSageMaker(text) && !takesIn.test(text)) return;
  const files = filesNamedIn(text, context);
  // What it takes in may be functions that ask for a job
  const texts = [...files.values()].flatMap((file) => ("text" in file ? [file.text] : []));
  if (![text, ...texts].some(mentionsSageMaker)) return;
  const span = context.span({ from: 0, to: text.length });
  context.recordShell({
    span,
    pieces: [{ text, span }],
    arguments: [],
    interpolated: false,
    expandsBraces: !isPlainShell(/^#!\s*\S*\/(?:env\s+)?(\w+)/.exec(text)?.[1]),
    isFile: true,
    environment: new Map(),
    files,
  });
}

/** `sh` is bash in one place and dash in another. */
function isPlainShell(program: string | undefined): boolean {
  return program === "sh" || program === "dash";
}

type Piece = ShellPieceAt<WrittenSpan>;

/**
 * What the shell gets of a command. When one of the expressions fails, IPython fills in none of them: then `$name` is
 * the shell's, and what looks like an expression is not known, since a name may yet come from elsewhere.
 */
function filled(command: string, range: TextRange, context: Context): readonly Piece[] {
  const template = readTemplate(command);
  const fields = (template ?? []).map((part) => (part.kind === "field" ? expressionOf(part) : undefined));
  const isTemplate =
    template?.every((part, index) => part.kind === "text" || isBound(fields[index], context)) === true;
  const parts = isTemplate ? template : plainTemplate(command);
  const place = ({ from, to }: TextRange) => context.span({ from: range.from + from, to: range.from + to });
  const pieces: Piece[] = [];
  parts.forEach((part, index) => {
    const expression = isTemplate ? fields[index] : undefined;
    if (part.kind === "text") pieces.push({ text: part.text, span: place(part) });
    else if (expression) {
      const value = formattedAs(evaluate(expression, context), part.converted ? undefined : "", context);
      pieces.push({
        value: freeze(withoutPlace(value, expression, context), context.state),
        span: place(part),
      });
    }
  });
  return isTemplate ? pieces : withoutFields(pieces, template, fields, command, place);
}

/** A command that IPython leaves as it is, but for what would be filled in if a name were known. */
function withoutFields(
  pieces: readonly Piece[],
  template: readonly TemplatePart[] | undefined,
  fields: readonly (Expression | undefined)[],
  command: string,
  place: (range: TextRange) => WrittenSpan,
): readonly Piece[] {
  const doubtful = (template ?? []).flatMap((part, index) =>
    part.kind === "field" && !part.dollar && fields[index] !== undefined ? [part] : [],
  );
  if (doubtful.length === 0) return pieces;
  const result: Piece[] = [];
  let done = 0;
  for (const part of doubtful) {
    for (const text of plainTemplate(command.slice(done, part.from)))
      if (text.kind === "text")
        result.push({ text: text.text, span: place({ from: done + text.from, to: done + text.to }) });
    const why = "one of the command's names is not defined in the notebook";
    result.push({ value: { kind: "unknown", why }, span: place(part) });
    done = part.to;
  }
  for (const text of plainTemplate(command.slice(done)))
    if (text.kind === "text")
      result.push({ text: text.text, span: place({ from: done + text.from, to: done + text.to }) });
  return result;
}

/** A command's parts as IPython sees them, whether or not all names are there; `filled`: it reads them at all. */
export function templateOf(command: string): {
  readonly parts: readonly TemplatePart[];
  readonly filled: boolean;
} {
  const template = readTemplate(command);
  const filled = template?.every((part) => part.kind === "text" || expressionOf(part) !== undefined) === true;
  return { parts: filled ? template : plainTemplate(command), filled };
}

/** Undefined: it is no expression, as the members of a JSON text are none. */
function expressionOf(part: Extract<TemplatePart, { kind: "field" }>): Expression | undefined {
  const text = part.expression.trim();
  if (text === "") return undefined;
  const { statements, errors } = parse(text);
  const [statement] = statements;
  if (errors.length > 0 || statements.length !== 1 || statement?.kind !== "expression") return undefined;
  return statement.value.kind === "invalid" ? undefined : statement.value;
}

/** Whether the names that the expression begins with are there. */
function isBound(expression: Expression | undefined, context: Context): boolean {
  switch (expression?.kind) {
    case undefined:
      return false;
    case "name":
      return (
        context.lookup(expression.id) !== undefined ||
        isBuiltin(expression.id) ||
        context.state.name(lostNames) !== undefined
      );
    case "attribute":
    case "subscript":
      return isBound(expression.value, context);
    case "call":
      return (
        isBound(expression.callee, context) &&
        expression.arguments.every(({ value }) => isBound(value, context))
      );
    case "binary":
      return isBound(expression.left, context) && isBound(expression.right, context);
    default:
      return true;
  }
}

/** The expression's own places are those of a text apart; a value from elsewhere keeps its place. */
function withoutPlace(value: MachineValue, expression: Expression, context: Context): MachineValue {
  const { span } = value;
  if (span?.version !== context.version || span.cell !== context.cell) return value;
  const own = span.start >= expression.from && span.end <= expression.to;
  if (!own) return value;
  return value.kind === "constant"
    ? { kind: "constant", type: value.type, data: value.data }
    : unknown(value.kind === "unknown" ? value.why : "it is computed in the command");
}

/** The variables that a command names, and those that say where the AWS CLI asks. */
export function environment(
  command: string,
  context: Context,
): ReadonlyMap<string, ReturnType<typeof freeze>> {
  const names = new Set(
    [...always, ...command.matchAll(/\$\{?[#!]?([A-Za-z_]\w*)/g)].map((one) =>
      typeof one === "string" ? one : (one[1] ?? ""),
    ),
  );
  const found = new Map<string, ReturnType<typeof freeze>>();
  for (const name of names) {
    const value = variableSet(name, context);
    if (value) found.set(name, freeze(value, context.state));
  }
  return found;
}

/** `--cli-input-json file://request.json` */
export function filesNamedIn(
  command: string,
  context: Context,
): ReadonlyMap<string, FileContentAt<WrittenSpan>> {
  const files = new Map<string, FileContentAt<WrittenSpan>>();
  for (const path of filesReadBy(command)) {
    const file = fromNotebook(path, context);
    if (file === undefined) continue;
    const written = writtenInto(file, context);
    const content = fileText(file, context);
    if (written && isDocument(written, context))
      files.set(shellPath(path), { value: freeze(written, context.state) });
    else if ("text" in content)
      files.set(shellPath(path), { text: content.text, file: shellPath(file), ...placeOf(written) });
  }
  return files;
}

/** Where the notebook has the very text. */
function placeOf(written: MachineValue | undefined): { readonly span?: WrittenSpan } {
  if (written?.kind !== "constant" || !written.span) return {};
  const { version, start, end } = written.span;
  return version.text.slice(start, end) === written.data ? { span: written.span } : {};
}

/** What is known of what the shell gets. */
function textOf(pieces: readonly Piece[]): string {
  const parts = pieces.flatMap((piece) => {
    if ("text" in piece) return [piece.text];
    return piece.value.kind === "constant" && typeof piece.value.data === "string"
      ? [piece.value.data]
      : ["\0"];
  });
  return parts.join("");
}

const always = ["AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE", "AWS_ENDPOINT_URL"];
