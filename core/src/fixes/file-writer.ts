import { CannotWrite, Settings, settingsTree } from "../dialects/aws-cli/argument-text.js";
import { lastName } from "../dotted-path.js";
import { pathBelow, type FileAnswers } from "../files/file-answer.js";
import { applyEdits, type TextEdit } from "../notebook/apply-edits.js";
import type { FileEdit } from "../report.js";
import type { Field, FieldChange, FieldPath, JobRequest, Json } from "../requests/request.js";
import { stepsOf } from "../requests/path-steps.js";
import { nodeAt, nodesIn, type DataFile, type DataNode } from "./data-file.js";
import { jsonFile } from "./json-file.js";
import { yamlFile } from "./yaml-file.js";

/** Whether the file is the only place where the change can be written, or the notebook is one too. */
export type FixPlace = "only" | "as well";

export interface WrittenFile {
  readonly edits: readonly FileEdit[];
  /** How many other jobs of the notebook take the file's values too, and change with it. */
  readonly others: number;
}

/**
 * Writes fields whose values are in a JSON or YAML file beside the notebook, and keeps the file's formatting. What is written is
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
  write(request: JobRequest, changes: readonly FieldChange[], where: FixPlace): WrittenFile | undefined {
    const place = fileOf(request, changes);
    const answer = place === undefined ? undefined : this.files?.get(place.file);
    const read = place && syntaxOf(place);
    if (place === undefined || answer?.state !== "text" || read === undefined) return undefined;
    const key = JSON.stringify([this.requests.indexOf(request), changes]);
    if (this.known.has(key)) return this.known.get(key);
    // Each proof reads the notebook anew; nobody chooses among more
    const written =
      this.known.size < mostProofs[where]
        ? this.proved(place.file, answer.text, read(answer.text), request, changes)
        : undefined;
    this.known.set(key, written);
    return written;
  }

  private proved(
    file: string,
    text: string,
    data: DataFile | undefined,
    request: JobRequest,
    changes: readonly FieldChange[],
  ): WrittenFile | undefined {
    if (data === undefined) return undefined;
    for (const way of [byPath, byMember, byPlace, beside]) {
      const edits = editsOf(() => way(data, request, changes));
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
    if (after.length !== this.requests.length || own === undefined) return undefined;
    if (own.refused !== undefined && own.refused.message !== request.refused?.message) return undefined;
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
const mostProofs: Readonly<Record<FixPlace, number>> = { only: 24, "as well": 4 };

interface FilePlace {
  readonly file: string;
  /** The SDK reads it, as YAML whatever its name is. */
  readonly isDefaults: boolean;
}

/** The one file beside the notebook that the changed values are in, or those beside them. */
function fileOf(request: JobRequest, changes: readonly FieldChange[]): FilePlace | undefined {
  const files = changes.map(({ path }): FilePlace | undefined => {
    const field = request.fields.get(path) ?? nextTo(request, path);
    const { origin } = field ?? {};
    if (origin?.from === "file") return { file: origin.file, isDefaults: false };
    if (origin?.from === "defaults file") return { file: origin.file, isDefaults: true };
    const file = field === undefined ? contentFileOf(request, path) : undefined;
    return file === undefined ? undefined : { file, isDefaults: false };
  });
  const [first] = files;
  if (first === undefined || pathBelow(first.file) === undefined) return undefined;
  return files.every((one) => one?.file === first.file) ? first : undefined;
}

/** The file that has the request's own part, or that a command names for the member or for the whole request. */
export function contentFileOf({ objects, part }: JobRequest, path: FieldPath): string | undefined {
  const own = part !== undefined && path.startsWith(part) ? objects?.get(part) : undefined;
  const content = own ?? objects?.get(stepsOf(path)[0] ?? "") ?? objects?.get("cli-input");
  return content && "read" in content ? content.read.file : undefined;
}

function syntaxOf({ file, isDefaults }: FilePlace): ((text: string) => DataFile | undefined) | undefined {
  if (isDefaults || /\.ya?ml$/i.test(file)) return yamlFile;
  return /\.json$/i.test(file) ? jsonFile : undefined;
}

/** A field of the same structure: `VpcConfig.Subnets` of `VpcConfig.SecurityGroupIds`. */
function nextTo({ fields }: JobRequest, path: FieldPath): Field | undefined {
  return siblingsOf(fields, path)[0]?.[1];
}

function siblingsOf(fields: JobRequest["fields"], path: FieldPath): readonly (readonly [FieldPath, Field])[] {
  const above = path.slice(0, path.lastIndexOf(".") + 1);
  return above === "" ? [] : [...fields].filter(([one]) => one !== path && one.startsWith(above));
}

function editsOf(make: () => readonly TextEdit[] | undefined): readonly TextEdit[] | undefined {
  try {
    return make();
  } catch (error) {
    if (error instanceof CannotWrite) return undefined;
    throw error;
  }
}

type Way = (
  file: DataFile,
  request: JobRequest,
  changes: readonly FieldChange[],
) => readonly TextEdit[] | undefined;

/** The file has the request's own structure. */
const byPath: Way = (file, request, changes) => below(0, file, request, changes);

/** The file has the structure of one member of the request, or of one item of it. */
const byMember: Way = (file, request, changes) => below(1, file, request, changes);

function below(
  without: number,
  { root, edit }: DataFile,
  { fields }: JobRequest,
  changes: readonly FieldChange[],
): readonly TextEdit[] | undefined {
  for (const { path } of changes) {
    const steps = stepsOf(path).slice(without);
    if (steps.length === 0) return undefined;
    const there = nodeAt(root, steps);
    if (there !== undefined && !isSame(there.json, fields.get(path)?.value)) return undefined;
  }
  return edit(root, settingsTree(changes, without));
}

/** The file has a structure of its own: the one value of that line that the field has. */
function byPlace(
  { root, edit }: DataFile,
  { fields }: JobRequest,
  changes: readonly FieldChange[],
): readonly TextEdit[] | undefined {
  const edits: TextEdit[] = [];
  for (const { path, value } of changes) {
    const field = fields.get(path);
    if (field?.value === undefined) return undefined;
    if (isSame(field.value, value)) continue;
    const node = placeOf(root, field);
    if (node === undefined) return undefined;
    edits.push(...edit(node, value));
  }
  return edits;
}

/** A member that the file lacks, beside one of the same structure that has the request's own name there. */
function beside(
  { root, edit }: DataFile,
  { fields }: JobRequest,
  changes: readonly FieldChange[],
): readonly TextEdit[] | undefined {
  const added = new Map<DataNode, Settings>();
  const edits: TextEdit[] = [];
  for (const { path, value } of changes) {
    const field = fields.get(path);
    if (field !== undefined) {
      if (isSame(field.value, value)) continue;
      const node = placeOf(root, field);
      if (node === undefined) return undefined;
      edits.push(...edit(node, value));
      continue;
    }
    const map = siblingsOf(fields, path)
      .map(([name, one]) => mapWith(root, lastName(name), placeOf(root, one)))
      .find((one) => one !== undefined);
    if (map === undefined) return undefined;
    const settings = added.get(map) ?? new Settings();
    added.set(map, settings);
    settings.members.set(lastName(path), value);
  }
  return [...edits, ...[...added].flatMap(([map, settings]) => edit(map, settings))];
}

/** The one value of its line that the field has. */
function placeOf(root: DataNode, { origin, value }: Field): DataNode | undefined {
  if (origin.from !== "file" && origin.from !== "defaults file") return undefined;
  const found = nodesIn(root).filter(({ line, json }) => line === origin.line && isSame(json, value));
  return found.length === 1 ? found[0] : undefined;
}

function mapWith(root: DataNode, key: string, value: DataNode | undefined): DataNode | undefined {
  return value && nodesIn(root).find(({ entries }) => entries?.get(key) === value);
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
