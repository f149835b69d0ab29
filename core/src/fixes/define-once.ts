import type { Notebook } from "../notebook/notebook.js";
import type { Edit, Span } from "../notebook/span.js";
import type { Finding, Fix } from "../report.js";
import type { FieldChange, JobRequest, Json } from "../requests/request.js";
import { statementsOf } from "../dialects/write/find-expressions.js";
import { mergeEdits } from "../dialects/write/merge-edits.js";
import { pythonLiteral, quoteOf } from "../dialects/write/literal.js";

/** Writes changes into a request's call, with names for values where it is told of some. */
export type WriteNamed = (
  request: JobRequest,
  changes: readonly FieldChange[],
  nameOf: (value: Json, place: Span) => string | undefined,
) => readonly Edit[] | undefined;

export interface DefineOnceOptions {
  readonly notebook: Notebook;
  readonly requests: readonly JobRequest[];
  readonly write: WriteNamed;
  readonly isFree: (name: string) => boolean;
}

/** Each network in words of its own: the notebook's names must be free. */
const names: readonly (readonly [string, string])[] = [
  ["subnets", "security_group_ids"],
  ["vpc_subnets", "vpc_security_group_ids"],
];

/**
 * Where several calls lack the same network, one more fix for each of them: the ids are defined once, above the first
 * of the calls, and used by name in all.
 */
export function withDefinitions(
  findings: readonly Finding[],
  options: DefineOnceOptions,
): readonly Finding[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const fix = sharedFix(finding);
    if (fix) {
      const key = JSON.stringify(fix.changes.map(({ value }) => value));
      groups.set(key, [...(groups.get(key) ?? []), finding]);
    }
  }
  const added = new Map<Finding, Fix>();
  for (const group of groups.values()) {
    const [first] = group.flatMap((finding) => sharedFix(finding) ?? []);
    if (group.length < 2 || !first) continue;
    const written = define(group, first, options);
    if (!written) continue;
    for (const finding of group) {
      const own = sharedFix(finding);
      if (own) added.set(finding, { ...own, ...written });
    }
  }
  return findings.map((finding) => {
    const fix = added.get(finding);
    return fix ? { ...finding, fixes: [...finding.fixes, fix] } : finding;
  });
}

/** A whole network for a job that has none. */
function sharedFix({ rule, fixes: [best] }: Finding): Fix | undefined {
  const isNetwork = best?.changes.length === 2 && best.changes.every(({ value }) => Array.isArray(value));
  return rule === "vpc-config-missing" && isNetwork ? best : undefined;
}

function define(
  group: readonly Finding[],
  { changes: [subnets, groups] }: Fix,
  { notebook, requests, write, isFree }: DefineOnceOptions,
): Pick<Fix, "title" | "edits"> | undefined {
  const own = names.find((pair) => pair.every(isFree));
  if (!own || !subnets || !groups) return undefined;
  const byValue = new Map([
    [JSON.stringify(subnets.value), own[0]],
    [JSON.stringify(groups.value), own[1]],
  ]);
  const used = new Map<string, Edit>();
  let calls = 0;
  for (const finding of group) {
    const request = requests[finding.request];
    const edits =
      request &&
      write(request, sharedFix(finding)?.changes ?? [], (value) => byValue.get(JSON.stringify(value)));
    if (!edits) return undefined;
    const news = edits.filter((edit) => !used.has(keyOf(edit)));
    for (const edit of news) used.set(keyOf(edit), edit);
    // What several jobs take from one place is written once
    if (news.length > 0) calls += 1;
  }
  const definition = above([...used.values()], notebook, (quote) =>
    [subnets, groups].map(({ value }, index) => `${own[index] ?? ""} = ${pythonLiteral(value, quote)}`),
  );
  const edits = definition && mergeEdits([definition, ...used.values()]);
  if (!edits || calls < 2) return undefined;
  return { title: `Define ${own.join(" and ")} once and use them in ${calls} calls`, edits };
}

function keyOf({ span: { cell, from, to }, text }: Edit): string {
  return JSON.stringify([cell, from, to, text]);
}

/** Lines above the first of the statements that are edited; undefined when it does not begin its line. */
function above(
  edits: readonly Edit[],
  notebook: Notebook,
  linesOf: (quote: string) => readonly string[],
): Edit | undefined {
  const [first] = edits
    .map(({ span }) => span)
    .sort((one, other) => one.cell - other.cell || one.from - other.from);
  if (!first) return undefined;
  const text = notebook.cells[first.cell]?.text ?? "";
  const statement = statementsOf(text).find(({ to }) => to >= first.from);
  if (!statement) return undefined;
  const decorators =
    statement.kind === "function" || statement.kind === "class"
      ? statement.decorators.map(({ from }) => from - 1)
      : [];
  const from = Math.min(statement.from, ...decorators);
  const at = text.lastIndexOf("\n", from - 1) + 1;
  const before = text.slice(at, from);
  if (!/^[ \t]*(?:%\w+[ \t]+)?$/.test(before)) return undefined;
  const indent = /^[ \t]*/.exec(before)?.[0] ?? "";
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const lines = linesOf(quoteOf(text)).map((line) => `${indent}${line}${newline}`);
  return { span: { cell: first.cell, from: at, to: at }, text: lines.join("") };
}
