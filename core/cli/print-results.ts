import type { PolicyFault } from "../src/policy/found-policies.js";
import { isFailure, type FailOn } from "./fail-on.js";
import type { AskedAccount, FileResult, Format, Rendering } from "./file-result.js";
import { annotation } from "./github-report.js";
import { unreadJsonFile, type JsonReport } from "./json-report.js";
import type { CommandHost } from "./main.js";
import { sarifReport } from "./sarif-report.js";
import { textSummary } from "./text-summary.js";

export interface PrintOptions extends Rendering {
  readonly offline: boolean;
  readonly failOn: FailOn;
  readonly account?: AskedAccount;
  readonly failure?: string;
  /** Annotated for GitHub, notified in SARIF; all formats have them on standard error. */
  readonly policyFaults?: readonly PolicyFault[];
}

/** Prints what was found in all files, in their order. @returns The exit code. */
export function printResults(
  files: readonly FileResult[],
  options: PrintOptions,
  host: Pick<CommandHost, "out">,
): 0 | 1 | 2 {
  host.out(reports[options.format](files, options));
  if (files.some(({ error }) => error !== null)) return 2;
  return files.some(({ tally }) => isFailure(tally, options.failOn)) ? 1 : 0;
}

export function byPath<T extends { readonly path: string }>(files: readonly T[]): readonly T[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

const reports: Readonly<Record<Format, (files: readonly FileResult[], options: PrintOptions) => string>> = {
  text: textReport,
  json: jsonReport,
  github: githubReport,
  sarif: sarifReport,
};

function githubReport(files: readonly FileResult[], options: PrintOptions): string {
  const faults = (options.policyFaults ?? []).map(({ path, line, message }) =>
    annotation("error", { file: path.replaceAll("\\", "/"), line, title: "Policy" }, message),
  );
  const lines = files.flatMap(({ path, error, printed }) => [
    ...(error === null ? [] : [annotation("error", { file: path }, error)]),
    ...(printed === undefined ? [] : [printed]),
  ]);
  return [...faults, ...lines, textSummary(files, options)].join("\n") + "\n";
}

function textReport(files: readonly FileResult[], options: PrintOptions): string {
  const blocks = files.flatMap(({ printed }) => printed ?? []);
  return [...blocks, textSummary(files, options)].join("\n\n") + "\n";
}

/** As `JSON.stringify` with two spaces would print the whole, whose files it has printed already. */
function jsonReport(files: readonly FileResult[], { account, failure }: PrintOptions): string {
  const whole: JsonReport = {
    version: 1,
    account: account?.json ?? null,
    ...(failure === undefined ? {} : { accountFailure: failure }),
    files: [],
  };
  const text = JSON.stringify(whole, null, 2);
  if (files.length === 0) return `${text}\n`;
  const objects = files.map(({ path, error, printed }) => {
    const object = printed ?? JSON.stringify(unreadJsonFile(path, error), null, 2);
    return `    ${object.replaceAll("\n", "\n    ")}`;
  });
  return `${text.slice(0, -"[]\n}".length)}[\n${objects.join(",\n")}\n  ]\n}\n`;
}

/** Whether colours are printed: only for a terminal, and where nobody forbade them. */
export function renderingOf(
  { format, verbose, colours, fix }: Rendering,
  { isTerminal, environment }: Pick<CommandHost, "isTerminal" | "environment">,
): Rendering {
  return { format, verbose, fix, colours: colours && isTerminal && (environment.NO_COLOR ?? "") === "" };
}
