import { editJson } from "../dialects/aws-cli/edit-argument.js";
import { CannotWrite, Settings } from "../dialects/aws-cli/argument-text.js";
import { jsonValue } from "../dialects/aws-cli/json-value.js";
import type { FileAnswers } from "../files/file-answer.js";
import { applyEdits, type TextEdit } from "../notebook/apply-edits.js";
import type { Value } from "../python/value.js";
import type { FileEdit } from "../report.js";
import { toJson } from "../requests/field-of.js";
import type { Field, FieldChange, FieldPath, JobRequest, Json } from "../requests/request.js";

export interface WrittenFile {
  readonly edits: readonly FileEdit[];
  /** How many other jobs of the notebook take the file's values too, and change with it. */
  readonly others: number;
}

/**
 * Writes fields whose values are in a JSON file beside the notebook, and keeps the file's formatting. What is written is
 * proved: the notebook is read again with the edited file, and the request must have the new values and no other change.
 */
export class FileWriter {
  private readonly known = new Map<string, WrittenFile | undefined>();

  /** @param reread The requests of the same notebook with these files. */
  constructor(
    private readonly requests: readonly JobRequest[],
    private readonly files: FileAnswers | undefined,
    private readonly reread: (files: FileAnswers) => readonly JobRequest[],
  ) {}

  /** Undefined: none of the values is in a file, or it cannot be told what an edit of it would change. */
  write(request: JobRequest, changes: readonly FieldChange[]): WrittenFile | undefined {
    const file = fileOf(request, changes);
    const answer = file === undefined ? undefined : this.files?.get(file);
    if (file === undefined || answer?.state !== "text" || !/\.json$/i.test(file)) return undefined;
    const key = JSON.stringify([this.requests.indexOf(request), changes]);
    if (this.known.has(key)) return this.known.get(key);
    // Each proof reads the notebook anew; nobody chooses among more
    const written =
      this.known.size < mostProofs ? this.proved(file, answer.text, request, changes) : undefined;
    this.known.set(key, written);
    return written;
  }

  private proved(
    file: string,
    text: string,
    request: JobRequest,
    changes: readonly FieldChange[],
  ): WrittenFile | undefined {
    const root = read(text);
    if (root === undefined) return undefined;
    for (const way of [byPath, byPlace]) {
      const edits = way(root, text, request, changes);
      const edited = edits && edits.length > 0 ? applyEdits(text, edits) : undefined;
      if (edits === undefined || edited === undefined) continue;
      const others = this.othersAfter(file, edited, request, changes);
      if (others !== undefined) return { edits: edits.map((edit) => ({ file, ...edit })), others };
    }
    return undefined;
  }

  /** Undefined: with the edited file the request is not the one that is wanted. */
  private othersAfter(
    file: string,
    text: string,
    request: JobRequest,
    changes: readonly FieldChange[],
  ): number | undefined {
    const after = this.reread(new Map(this.files).set(file, { state: "text", text }));
    const index = this.requests.indexOf(request);
    const own = after[index];
    if (after.length !== this.requests.length || own === undefined || own.refused !== undefined)
      return undefined;
    const wanted = new Map(changes.map(({ path, value }) => [path, value]));
    for (const path of new Set([...request.fields.keys(), ...own.fields.keys(), ...wanted.keys()])) {
      const field = own.fields.get(path);
      const isRight = wanted.has(path)
        ? field?.state === "known" && isSame(field.value, wanted.get(path))
        : says(field) === says(request.fields.get(path));
      if (!isRight) return undefined;
    }
    const others = this.requests.filter((other, at) => at !== index && !hasSameFields(other, after[at]));
    return others.length;
  }
}

/** A notebook is read anew for each. */
const mostProofs = 24;

/** The one file that the changed values are in, or those beside them. */
function fileOf(request: JobRequest, changes: readonly FieldChange[]): string | undefined {
  const input = request.objects?.get("cli-input");
  const files = changes.map(({ path }) => {
    const field = request.fields.get(path) ?? nextTo(request, path);
    if (field?.origin.from === "file") return field.origin.file;
    return field === undefined && input && "read" in input ? input.read.file : undefined;
  });
  const [file] = files;
  return files.every((one) => one === file) ? file : undefined;
}

/** A field of the same structure: `VpcConfig.Subnets` of `VpcConfig.SecurityGroupIds`. */
function nextTo({ fields }: JobRequest, path: FieldPath): Field | undefined {
  const above = path.slice(0, path.lastIndexOf(".") + 1);
  return above === "" ? undefined : [...fields].find(([one]) => one.startsWith(above))?.[1];
}

/** The file has the request's own structure. */
function byPath(
  root: Value,
  text: string,
  request: JobRequest,
  changes: readonly FieldChange[],
): readonly TextEdit[] | undefined {
  const settings = new Settings();
  for (const { path, value } of changes) {
    const steps = path.split(".");
    const last = steps.pop() ?? "";
    if (steps.length > 0 && !isDict(at(root, steps))) return undefined;
    let inner = settings;
    for (const step of steps) {
      const next = inner.members.get(step) ?? new Settings();
      if (!(next instanceof Settings)) return undefined;
      inner.members.set(step, next);
      inner = next;
    }
    const there = at(root, [...steps, last]);
    if (there !== undefined && !isSame(toJson(there), request.fields.get(path)?.value)) return undefined;
    inner.members.set(last, value);
  }
  try {
    return editJson(text, settings);
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
}

/** The file has a structure of its own: the one value of that line that the field has. */
function byPlace(
  root: Value,
  text: string,
  { fields }: JobRequest,
  changes: readonly FieldChange[],
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { path, value } of changes) {
    const field = fields.get(path);
    if (field?.origin.from !== "file" || field.value === undefined) return undefined;
    if (isSame(field.value, value)) continue;
    const { line } = field.origin;
    const found = valuesIn(root).filter(
      (one) => one.span && lineOf(text, one.span.from) === line && isSame(toJson(one), field.value),
    );
    const span = found[0]?.span;
    if (found.length !== 1 || span === undefined) return undefined;
    edits.push({ from: span.from, to: span.to, text: jsonLike(value) });
  }
  return edits;
}

function read(text: string): Value | undefined {
  // A byte order mark, which Python's json refuses, is no JSON here either
  return jsonValue({ text, place: (from, to) => ({ cell: 0, from, to }), why: () => "" });
}

function at(value: Value, steps: readonly string[]): Value | undefined {
  let inner: Value | undefined = value;
  for (const step of steps) inner = inner?.kind === "dict" ? inner.entries.get(step) : undefined;
  return inner;
}

function isDict(value: Value | undefined): boolean {
  return value?.kind === "dict";
}

function valuesIn(value: Value): readonly Value[] {
  if (value.kind === "dict") return [value, ...[...value.entries.values()].flatMap(valuesIn)];
  return value.kind === "list" ? [value, ...value.items.flatMap(valuesIn)] : [value];
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

/** `["a", "b"]`, as people write it. */
function jsonLike(value: Json): string {
  return Array.isArray(value)
    ? `[${value.map((one: Json) => jsonLike(one)).join(", ")}]`
    : JSON.stringify(value);
}

function isSame(one: Json | undefined, other: Json | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Without the places, which an edit moves. */
function says(field: Field | undefined): string {
  if (field === undefined) return "";
  const { state, value, values, items, why } = field;
  return JSON.stringify([state, value, values, items?.map((item) => item.value), why]);
}

function hasSameFields(one: JobRequest, other: JobRequest | undefined): boolean {
  if (other?.operation !== one.operation || one.fields.size !== other.fields.size) return false;
  return [...one.fields].every(([path, field]) => says(field) === says(other.fields.get(path)));
}
