import type { Span } from "../src/notebook/span.js";
import type { Evidence, FileEdit, Finding, Verdict } from "../src/report.js";
import type { Field, JobRequest, Json } from "../src/requests/request.js";
import type { JobState } from "../src/submitted/job-state.js";
import { CellLines, type CheckedFile } from "./checked-file.js";

/**
 * What `--format json` prints: docs/architecture.md, "The JSON report". Others rely on the member names; members may
 * be added, none renamed. Cells are 0-based, lines and columns 1-based, `from` and `to` UTF-16 offsets in the cell.
 */
export interface JsonReport {
  readonly version: 1;
  /** `null` when no account was asked. */
  readonly account: {
    readonly id: string | null;
    readonly region: string | null;
    /** ISO 8601, UTC. */
    readonly readAt: string;
    readonly profile?: string;
    readonly endpoint?: string;
    /** Set when nobody was asked: the snapshot file, and when it was taken (ISO 8601, UTC). */
    readonly snapshot?: { readonly path: string; readonly takenAt: string };
  } | null;
  /** Why no account could be asked, if one should have been. */
  readonly accountFailure?: string;
  readonly files: readonly JsonFile[];
}

export interface JsonFile {
  readonly path: string;
  readonly error: string | null;
  /** Of a job that SageMaker has already: what became of it, in AWS's words. */
  readonly job?: JobState & { readonly kind: string; readonly name: string };
  readonly requests: readonly JsonRequest[];
  /** Objects that could start jobs and are shown at no request: an estimator that a tuner was given. */
  readonly objects: readonly (JsonPlace & { readonly client: string; readonly name: string })[];
  readonly findings: readonly JsonFinding[];
  /** Those that comments of the notebook keep quiet. */
  readonly ignored: readonly JsonFinding[];
  readonly problems: readonly (JsonPlace & { readonly message: string })[];
  readonly gaps: readonly { readonly action: string; readonly why: string; readonly detail: string }[];
  /** With `--fix`: what was written. */
  readonly fixed?: readonly { readonly rule: string; readonly title: string }[];
}

export interface JsonPlace {
  readonly cell: number;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export interface JsonField {
  readonly state: Field["state"];
  /** `known`: what AWS gets. `partial`: the items known so far. */
  readonly value?: Json;
  /** `conditional`: what is known of the branches. */
  readonly values?: readonly Json[];
  /** `conditional`: on one branch it is not sent at all. */
  readonly mayBeAbsent?: true;
  readonly why?: string;
  readonly origin: string;
}

export interface JsonRequest {
  readonly operation: string;
  readonly client: string;
  readonly name: string;
  readonly cell: number;
  readonly line: number;
  readonly endLine: number;
  readonly region: string | null;
  readonly localMode: boolean | "maybe";
  readonly fields: Readonly<Record<string, JsonField>>;
  readonly refused: { readonly error: string; readonly message: string } | null;
  /** Of a pipeline or state machine the step that this is: the operation that it is for, and who asks for it. */
  readonly step?: {
    readonly operation: string | null;
    readonly name: string | null;
    readonly addedBySdk?: string;
  };
  readonly verdicts: Readonly<Record<string, Verdict["state"]>>;
}

export interface JsonFinding extends JsonPlace {
  readonly rule: string;
  readonly severity: Finding["severity"];
  readonly message: string;
  readonly why: string;
  readonly source: string;
  /** What to do where there is no fix. */
  readonly remedy?: string;
  /** Index into `requests`; −1: about a policy or a comment that the file writes. */
  readonly request: number;
  /** The others that take what is wrong from the same place. */
  readonly alsoRequests?: readonly number[];
  readonly evidence: readonly JsonEvidence[];
  readonly related: readonly (JsonPlace & { readonly message: string })[];
  readonly fixes: readonly {
    readonly title: string;
    readonly safety: "safe" | "unsafe";
    /** What the request has then, by field. */
    readonly changes: readonly { readonly path: string; readonly value: Json }[];
    /** Nothing for a job that SageMaker has already. */
    readonly edits: readonly {
      readonly cell: number;
      readonly from: number;
      readonly to: number;
      readonly text: string;
    }[];
    /** Instead of `edits`: of a JSON file beside the notebook. Offsets are UTF-16 in its text. */
    readonly fileEdits?: readonly FileEdit[];
  }[];
}

export type JsonEvidence =
  | { readonly kind: "document"; readonly says: string; readonly url: string }
  /** Where the team's policy asks for it: the file, relative where it is below the current folder, and the 1-based line. */
  | { readonly kind: "policy"; readonly says: string; readonly path: string; readonly line: number }
  | {
      readonly kind: "reading";
      readonly says: string;
      readonly call: string;
      readonly account: string;
      readonly region: string;
      readonly readAt: string;
    };

export function unreadJsonFile(path: string, error: string | null): JsonFile {
  return { path, error, requests: [], objects: [], findings: [], ignored: [], problems: [], gaps: [] };
}

export function jsonFile({ path, error, notebook, report, applied, job }: CheckedFile): JsonFile {
  if (notebook === undefined || report === undefined) return unreadJsonFile(path, error);
  const lines = new CellLines(notebook);
  return {
    path,
    error,
    ...(job === undefined ? {} : { job: { kind: job.job.noun, name: job.name, ...job.state } }),
    requests: report.requests.map((request, i) => jsonRequest(request, report.verdicts[i], lines)),
    objects: report.objects.map(({ client, name, span }) => ({ client, name, ...place(span, lines) })),
    findings: report.findings.map((finding) => jsonFinding(finding, lines, job !== undefined)),
    ignored: report.ignored.map((finding) => jsonFinding(finding, lines, job !== undefined)),
    problems: report.problems.map(({ span, message }) => ({ ...place(span, lines), message })),
    gaps: report.gaps,
    ...(applied === undefined ? {} : { fixed: applied.map(({ rule, title }) => ({ rule, title })) }),
  };
}

function jsonRequest(
  request: JobRequest,
  verdicts: ReadonlyMap<string, Verdict> | undefined,
  lines: CellLines,
): JsonRequest {
  const { operation, client, name, span, region, localMode, fields, refused, step } = request;
  const { cell, line, endLine } = place(span, lines);
  return {
    operation,
    client,
    name,
    cell,
    line,
    endLine,
    region: region ?? null,
    localMode,
    fields: Object.fromEntries([...fields].map(([path, field]) => [path, jsonField(field)])),
    refused: refused === undefined ? null : { error: refused.error, message: refused.message },
    ...(step
      ? {
          step: {
            operation: step.operation ?? null,
            name: step.name ?? null,
            ...(step.addedBySdk === undefined ? {} : { addedBySdk: step.addedBySdk }),
          },
        }
      : {}),
    verdicts: Object.fromEntries([...(verdicts ?? [])].map(([rule, { state }]) => [rule, state])),
  };
}

function jsonField({ state, value, values, items, why, origin }: Field): JsonField {
  const from = "file" in origin ? `${origin.from} ${origin.file}:${origin.line}` : origin.from;
  switch (state) {
    case "known":
      return { state, value: value ?? null, origin: from };
    case "partial":
      return { state, value: value ?? items?.map((item) => item.value) ?? [], ...reason(why), origin: from };
    case "conditional": {
      const sent = (values ?? []).filter((one) => one !== undefined);
      const mayBeAbsent = sent.length < (values?.length ?? 0);
      return { state, values: sent, ...(mayBeAbsent ? { mayBeAbsent } : {}), ...reason(why), origin: from };
    }
    case "unknown":
      return { state, why: why ?? "not known before the notebook runs", origin: from };
  }
}

function reason(why: string | undefined): { readonly why?: string } {
  return why === undefined ? {} : { why };
}

function jsonFinding(finding: Finding, lines: CellLines, isJob: boolean): JsonFinding {
  const {
    rule,
    severity,
    span,
    message,
    why,
    source,
    remedy,
    request,
    evidence,
    related,
    fixes,
    alsoRequests,
  } = finding;
  return {
    rule,
    severity,
    ...place(span, lines),
    message,
    why,
    source,
    ...(remedy === undefined ? {} : { remedy }),
    request,
    ...(alsoRequests === undefined ? {} : { alsoRequests }),
    evidence: evidence.map(jsonEvidence),
    related: related.map((other) => ({ ...place(other.span, lines), message: other.message })),
    fixes: fixes.map(({ title, safety, changes, edits, fileEdits }) => ({
      title,
      safety,
      changes,
      edits: isJob ? [] : edits.map(({ span: { cell, from, to }, text }) => ({ cell, from, to, text })),
      ...(fileEdits === undefined || isJob ? {} : { fileEdits }),
    })),
  };
}

function jsonEvidence(evidence: Evidence): JsonEvidence {
  if (evidence.kind !== "reading") return evidence;
  const { call, account, region, readAt } = evidence.read;
  return {
    kind: "reading",
    says: evidence.says,
    call,
    account,
    region,
    readAt: new Date(readAt).toISOString(),
  };
}

function place({ cell, from, to }: Span, lines: CellLines): JsonPlace {
  const start = lines.of(cell).position(from);
  const end = lines.of(cell).position(to);
  return { cell, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}
