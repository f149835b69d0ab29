import { defaultsSchema } from "../../catalog/sdk-defaults.js";
import { pathBelow, type DefaultsPlace, type FileAnswer } from "../../files/file-answer.js";
import type { FileReading, FileValue } from "../../files/file-value.js";
import { readYaml } from "../../files/read-yaml.js";
import { allocateFileValue } from "../../python/allocate-file-value.js";
import type { Context } from "../../python/context.js";
import { variableSet } from "../../python/environment-variables.js";
import { none, text, unknown, type MachineValue } from "../../python/machine.js";
import { pathOf } from "../../python/paths.js";
import { schemaProblem, type SchemaProblem } from "./schema-problem.js";

/** The type of what stands for defaults that the SDK refuses; its members are `message`, `file` and `line`. */
export const refusedDefaults = "sagemaker.config.refused";

/** As `merge_dicts` of botocore leaves it: a value knows which file it is of. */
type Merged = FileValue & { readonly file?: string };

/**
 * What `load_sagemaker_config()` gives at this point of the notebook: the administrator's file, then the user's, then
 * others, merged key by key, a list as a whole.
 *
 * @param others Further paths, as the call has them.
 * @returns A new dict; `none` where there is nothing to apply, or nobody knows where to look.
 * @see sagemaker 2.257.7, sagemaker/config/config.py; 3.27.0, sagemaker/core/config/config.py
 */
export function loadDefaults(context: Context, others: readonly MachineValue[] = []): MachineValue {
  const places = context.files.sdkDefaults;
  const paths: (DefaultsPlace | MachineValue)[] = [
    variableSet("SAGEMAKER_ADMIN_CONFIG_OVERRIDE", context) ?? places?.administrator ?? none,
    variableSet("SAGEMAKER_USER_CONFIG_OVERRIDE", context) ?? places?.user ?? none,
    ...others,
  ];
  let merged: Merged | undefined;
  for (const path of paths) {
    const place = "isOverride" in path ? path : placeOf(path, context);
    if (place === undefined) continue;
    if ("why" in place) return unknown(place.why);
    const read = readDefaults(place, context);
    if ("kind" in read) return read;
    if (read.value === undefined) continue;
    const problem = problemOf(read.value);
    if (problem) return refused(problem.message, read.file, problem.line, context);
    merged = merge(merged, read.value, read.file);
  }
  if (merged === undefined) return none;
  return allocateFileValue(merged, { file: "", isDefault: true }, context);
}

function placeOf(
  value: MachineValue,
  context: Context,
): DefaultsPlace | { readonly why: string } | undefined {
  if (value.kind === "constant" && value.type === "none") return undefined;
  const path = pathOf(value, context);
  return path === undefined
    ? { why: "which defaults file the SDK reads is known only when the notebook runs" }
    : { path, isOverride: true };
}

interface Read {
  readonly value: FileValue | undefined;
  readonly file: string;
}

/** The file, or `config.yaml` in the folder. */
function readDefaults({ path, isOverride }: DefaultsPlace, context: Context): Read | MachineValue {
  if (path.startsWith("s3://")) return unknown(`the SDK's defaults are at ${path}, which is not read`);
  const known = pathBelow(path);
  const { sdkDefaults } = context.files;
  const isHosts = path === sdkDefaults?.administrator.path || path === sdkDefaults?.user.path;
  if (known === undefined && !isHosts)
    return unknown(`the SDK's defaults file ${path} is not read: it is not beside the notebook`);
  let file = isHosts ? path : (known ?? path);
  const read = (one: string) => (isHosts ? undefined : writtenFile(one, context)) ?? context.files.read(one);
  let answer = file === "." ? ({ state: "folder" } as const) : read(file);
  if (answer?.state === "folder") {
    file = file === "." ? "config.yaml" : `${file.replace(/[\\/]$/, "")}/config.yaml`;
    answer = read(file);
  }
  switch (answer?.state) {
    case undefined:
      return unknown(
        context.files.isOpen
          ? `the SDK's defaults file ${file} has not been read yet`
          : `the SDK's defaults file ${file} cannot be read here`,
      );
    case "absent":
      // One that is named must be there when the notebook runs; it may be made until then
      return isOverride
        ? unknown(`the SDK's defaults file ${file} is not there`)
        : { value: undefined, file };
    case "folder":
    case "unreadable":
      return unknown(
        `the SDK's defaults file ${file} cannot be read${answer.state === "unreadable" ? `: ${answer.why}` : ""}`,
      );
    case "text": {
      const reading = parsed(answer);
      if ("problem" in reading) return unknown(`${file}:${reading.line}: ${reading.problem}`);
      const { value } = reading;
      if (value.kind === "unknown") return unknown(`${file}:${value.line}: ${value.why}`);
      return { value: isEmpty(value) ? undefined : value, file };
    }
  }
}

/** What the notebook itself puts there before. */
function writtenFile(path: string, context: Context): FileAnswer | undefined {
  const written = context.state.name(`file:${path}`);
  if (!written) return undefined;
  return written.kind === "constant"
    ? { state: "text", text: String(written.data) }
    : { state: "unreadable", why: "the notebook writes it" };
}

const readings = new WeakMap<FileAnswer, FileReading>();

function parsed(answer: Extract<FileAnswer, { state: "text" }>): FileReading {
  let reading = readings.get(answer);
  if (!reading) readings.set(answer, (reading = readYaml(answer.text)));
  return reading;
}

const problems = new WeakMap<FileValue, { readonly problem: SchemaProblem | undefined }>();

/** Both major versions refuse the same, but for keys that only one of them has. */
function problemOf(value: FileValue): SchemaProblem | undefined {
  let known = problems.get(value);
  if (!known) {
    const ofV2 = schemaProblem(value, defaultsSchema("v2"));
    known = { problem: ofV2 && schemaProblem(value, defaultsSchema("v3")) && ofV2 };
    problems.set(value, known);
  }
  return known.problem;
}

/** Python's truth: nothing is applied of an empty file. */
function isEmpty(value: FileValue): boolean {
  if (value.kind === "dict") return value.entries.size === 0;
  if (value.kind === "list") return value.items.length === 0;
  return value.kind === "constant" && !value.data;
}

/** @see https://github.com/boto/botocore/blob/1.44.5/botocore/utils.py, merge_dicts */
function merge(left: Merged | undefined, right: FileValue, file: string): Merged {
  if (left?.kind !== "dict" || right.kind !== "dict") return { ...right, file };
  const entries = new Map<string, Merged>(left.entries);
  for (const [key, value] of right.entries) {
    const old = entries.get(key);
    entries.set(
      key,
      value.kind === "dict" && old?.kind === "dict"
        ? merge(withFile(old, left.file), value, file)
        : { ...value, file },
    );
  }
  return { ...left, entries: new Map([...entries].map(([key, value]) => [key, withFile(value, left.file)])) };
}

function withFile(value: Merged, file: string | undefined): Merged {
  return value.file === undefined && file !== undefined ? { ...value, file } : value;
}

function refused(message: string, file: string, line: number, context: Context): MachineValue {
  return context.allocate({
    kind: "instance",
    type: refusedDefaults,
    members: new Map([
      ["message", text(message)],
      ["file", text(file)],
      ["line", { kind: "constant", type: "int", data: line }],
    ]),
    open: false,
  });
}
