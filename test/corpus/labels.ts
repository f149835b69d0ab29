import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";

/** A value that a label speaks of: `dynamic` is only known at run time. */
export interface LabelledValue {
  readonly status?: string;
  readonly value?: unknown;
}

/** One call that starts a job or makes a resource, as an independent program found it. */
export interface LabelledSite {
  /** 0-based over all cells. */
  readonly cell: number;
  /** 1-based in the cell, both included. */
  readonly line: number;
  readonly end_line: number;
  /** The client library: `sdk2`, `boto3` … */
  readonly surface: string;
  /** `Estimator`, `create_model`, `Model.create`, `@remote`, `step()` */
  readonly name: string;
  /** What it makes: `estimator`, `processor`, `boto3_op` … */
  readonly kind: string;
  /** The import path. */
  readonly qual: string;
  /** The file that `%%writefile` makes of the cell; its code does not run in the notebook. */
  readonly infile?: string;
  readonly vpc: {
    readonly state: string;
    readonly subnets?: LabelledValue | null;
    readonly sgs?: LabelledValue | null;
  };
  /** `maybe`: differs by branch; absent: a job at AWS. */
  readonly local_mode?: boolean | "maybe";
  /** What is expanded by `**`: whether the label could tell what is in it. */
  readonly dstar?: readonly { readonly resolved: boolean }[];
  /** By parameter or member path. */
  readonly kms: Readonly<Record<string, LabelledValue>>;
}

/** A call that starts or makes something with an object of a site: `estimator.fit`. */
export interface LabelledLaunch {
  readonly cell: number;
  readonly line: number;
  readonly method: string;
}

export interface LabelledFile {
  readonly id: string;
  readonly launch: readonly LabelledLaunch[];
  readonly sites: readonly LabelledSite[];
}

/** @param path Of a file with one JSON object a line; `.gz` is unpacked. */
export function readLabels(path: string): ReadonlyMap<string, LabelledFile> {
  const bytes = readFileSync(path);
  const text = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  const files = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as LabelledFile);
  return new Map(files.map((file) => [file.id, file]));
}
