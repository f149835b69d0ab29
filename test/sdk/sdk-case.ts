import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { FileAnswer, SdkDefaultsPlaces } from "../../core/src/files/file-answer.js";
import type { Notebook } from "../../core/src/notebook/notebook.js";
import type { FieldPath, Json } from "../../core/src/requests/request.js";

const folder = import.meta.dirname;
export const casesFolder = join(folder, "cases");
export const recordingsFolder = join(folder, "recordings");

/** One request as the real SDK handed it to botocore. Cells are 0-based, lines 1-based in the cell. */
export interface RecordedRequest {
  readonly operation: string;
  readonly region: string;
  readonly parameters: Readonly<Record<string, Json>>;
  readonly cell: number;
  readonly line: number;
  readonly endLine: number;
  /** botocore would not send it. */
  readonly refused?: { readonly error: string; readonly message: string };
}

/** What record.py wrote. */
export interface Recording {
  readonly sdk: Readonly<Record<string, string>>;
  readonly requests: readonly RecordedRequest[];
  /** What ended the snippet early. */
  readonly error: {
    readonly type: string;
    readonly message: string;
    readonly cell: number;
    readonly line: number;
    readonly endLine: number;
  } | null;
}

/** Major versions of the SageMaker SDK. */
export type SdkVersion = "v2" | "v3";

/**
 * A snippet of cases/. Lines `# dynamic: PATH, PATH` name the fields that only a run can tell, of all requests or
 * (`CreateModel.RoleArn`) of one operation; `# known: PATH, PATH` what methods add that has to be known whole, or known not
 * to be sent; `# sdk: v3` the SDK that it is for, v2 where there is no such line;
 * `# user defaults: FILE`, `# administrator defaults: FILE` the SDK's defaults files, of cases/defaults. Files beside it
 * are in NAME.files.
 */
export interface SdkCase {
  readonly name: string;
  readonly sdk: SdkVersion;
  readonly text: string;
  readonly notebook: Notebook;
  readonly dynamic: ReadonlySet<FieldPath>;
  readonly known: ReadonlySet<FieldPath>;
  readonly sdkDefaults: SdkDefaultsPlaces;
  /** What a host would answer. */
  readonly readFile: (path: string) => FileAnswer;
}

export function readCases(): readonly SdkCase[] {
  return readdirSync(casesFolder)
    .filter((file) => file.endsWith(".py"))
    .sort()
    .map((file) => toCase(file.slice(0, -".py".length), readFileSync(join(casesFolder, file), "utf8")));
}

/** @param changed Files of the case that have other texts now. */
export function toCase(
  name: string,
  text: string,
  changed: ReadonlyMap<string, string> = new Map(),
): SdkCase {
  const cells = text.split(/^(?=# %%)/m).filter((cell) => cell !== "");
  const pathsOf = (heading: string) =>
    [...text.matchAll(new RegExp(`^# ${heading}: (.*)$`, "gm"))].flatMap(([, paths = ""]) =>
      paths.split(", "),
    );
  return {
    name,
    sdk: /^# sdk: v3$/m.test(text) ? "v3" : "v2",
    text,
    notebook: {
      uri: `${name}.py`,
      cells: cells.map((cell) => ({ kind: "code", language: "python", text: cell })),
    },
    dynamic: new Set(pathsOf("dynamic")),
    known: new Set(pathsOf("known")),
    sdkDefaults: {
      administrator: { path: "/site/sagemaker/config.yaml", isOverride: false },
      user: { path: "/user/sagemaker/config.yaml", isOverride: false },
    },
    readFile: (path) => {
      const changedText = changed.get(path);
      if (changedText !== undefined) return { state: "text", text: changedText };
      const owner = { "/site/sagemaker/config.yaml": "administrator", "/user/sagemaker/config.yaml": "user" }[
        path
      ];
      if (owner === undefined) return answer(join(casesFolder, `${name}.files`, path));
      const file = new RegExp(`^# ${owner} defaults: (\\S+)$`, "m").exec(text)?.[1];
      return file === undefined ? { state: "absent" } : answer(join(casesFolder, "defaults", file));
    },
  };
}

function answer(path: string): FileAnswer {
  if (!existsSync(path)) return { state: "absent" };
  return statSync(path).isDirectory()
    ? { state: "folder" }
    : { state: "text", text: readFileSync(path, "utf8") };
}

/** `name`: a case's, or `NAME.fixed` for the snippet after the product's fixes. */
export function readRecording(name: string, within = recordingsFolder): Recording {
  return JSON.parse(readFileSync(join(within, `${name}.json`), "utf8")) as Recording;
}

/** The snippet after the product's fixes, as it was recorded; `undefined` when there was nothing to fix. */
export function readFixed(name: string): string | undefined {
  const path = join(recordingsFolder, `${name}.fixed.py`);
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

/** The value at a dotted path, `a.b[0].c`; of `a[].b` those of all items; `undefined` when the request does not have it. */
export function memberAt(parameters: Json | undefined, path: FieldPath): Json | undefined {
  const [list = "", ...below] = path.split("[].");
  if (below.length > 0) {
    const items = memberAt(parameters, list);
    const found = Array.isArray(items)
      ? items.flatMap((item: Json) => memberAt(item, below.join("[].")) ?? [])
      : [];
    return found.length > 0 ? found : undefined;
  }
  const steps = path.split(/[.[\]]+/).filter((step) => step !== "");
  return steps.reduce<Json | undefined>((value, member) => {
    if (value === null || typeof value !== "object") return undefined;
    return (value as Readonly<Record<string, Json>>)[member];
  }, parameters);
}
