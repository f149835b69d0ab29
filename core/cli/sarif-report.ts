import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { PolicyFault } from "../src/policy/found-policies.js";
import type { Severity } from "../src/report.js";
import type { Finding } from "../src/report.js";
import { rules } from "../src/rules/index.js";
import type { CheckedFile } from "./checked-file.js";
import { fileRegions, type FileRegion } from "./file-lines.js";
import type { AskedAccount, FileResult } from "./file-result.js";
import { version } from "./version.js";

/** What one file adds to the log: its results, and what they say of their rules. */
interface SarifPart {
  readonly results: readonly SarifResult[];
  readonly rules: readonly SarifRule[];
  readonly notifications: readonly SarifNotification[];
}

interface SarifResult {
  readonly ruleId: string;
  readonly level: "error" | "warning" | "note";
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly relatedLocations?: readonly (SarifLocation & { readonly message: { readonly text: string } })[];
  readonly suppressions?: readonly { readonly kind: "inSource" }[];
}

interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string };
    readonly region?: {
      readonly startLine: number;
      readonly endLine: number;
      readonly startColumn?: number;
      readonly endColumn?: number;
    };
  };
}

interface SarifRule {
  readonly id: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly helpUri: string;
}

interface SarifNotification {
  readonly level: "error" | "warning" | "note";
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
}

const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));

export function sarifPart(file: CheckedFile): SarifPart {
  const { path, report } = file;
  if (report === undefined) return { results: [], rules: [], notifications: [] };
  const regionOf = fileRegions(file);
  const isNotebook = path.toLowerCase().endsWith(".ipynb");
  const inCell = (cell: number, text: string) => (isNotebook ? `Cell ${cell + 1}: ${text}` : text);
  const result = ({ rule, severity, message, span, related, evidence }: Finding): SarifResult => {
    const others = [
      ...related.map((other) => ({
        ...location(path, regionOf(other.span)),
        message: { text: other.message },
      })),
      ...evidence.flatMap((one) =>
        one.kind === "policy"
          ? [{ ...location(one.path, lineOf(one.line)), message: { text: one.says } }]
          : [],
      ),
    ];
    return {
      ruleId: rule,
      level: levels[severity],
      message: { text: inCell(span.cell, message) },
      locations: [location(path, regionOf(span))],
      ...(others.length === 0 ? {} : { relatedLocations: others }),
    };
  };
  const rules = new Map(
    [...report.findings, ...report.ignored].map(({ rule, why, source }) => [
      rule,
      {
        id: rule,
        shortDescription: { text: summaries.get(rule) ?? rule },
        fullDescription: { text: why },
        helpUri: source,
      },
    ]),
  );
  return {
    results: [
      ...report.findings.map(result),
      ...report.ignored.map((one) => ({ ...result(one), suppressions: [{ kind: "inSource" as const }] })),
    ],
    rules: [...rules.values()],
    notifications: report.problems.map(({ span, message }) => ({
      level: report.unread === undefined ? "warning" : "note",
      message: { text: inCell(span.cell, message) },
      locations: [location(path, regionOf(span))],
    })),
  };
}

/**
 * One run of SARIF 2.1.0. Ignored findings are suppressed results; what could not be read is a notification.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReport(
  files: readonly FileResult[],
  {
    account,
    failure,
    policyFaults = [],
  }: {
    readonly account?: AskedAccount;
    readonly failure?: string;
    readonly policyFaults?: readonly PolicyFault[];
  },
): string {
  const parts = files.flatMap(({ printed }) =>
    printed === undefined ? [] : [JSON.parse(printed) as SarifPart],
  );
  const rules = new Map(parts.flatMap((part) => part.rules).map((rule) => [rule.id, rule]));
  const order = [...rules.keys()].sort();
  const unread = files.flatMap(({ path, error }): SarifNotification[] =>
    error === null
      ? []
      : [{ level: "error", message: { text: error }, locations: [location(path, undefined)] }],
  );
  const misconfigured = policyFaults.map(({ path, line, message }): SarifNotification => ({
    level: "error",
    message: { text: message },
    locations: [location(path, line === undefined ? undefined : lineOf(line))],
  }));
  const run = {
    tool: { driver: { name: "SageMaker Preflight", version, rules: order.map((id) => rules.get(id)) } },
    columnKind: "utf16CodeUnits",
    invocations: [
      {
        executionSuccessful: unread.length === 0 && misconfigured.length === 0,
        toolExecutionNotifications: [...unread, ...parts.flatMap(({ notifications }) => notifications)],
        ...(misconfigured.length === 0 ? {} : { toolConfigurationNotifications: misconfigured }),
      },
    ],
    results: parts
      .flatMap(({ results }) => results)
      .map((result) => ({ ...result, ruleIndex: order.indexOf(result.ruleId) })),
    properties: {
      account: account?.json ?? null,
      ...(failure === undefined ? {} : { accountFailure: failure }),
    },
  };
  return `${JSON.stringify({ $schema: schema, version: "2.1.0", runs: [run] }, null, 2)}\n`;
}

const schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

const levels: Readonly<Record<Severity, SarifResult["level"]>> = {
  error: "error",
  warning: "warning",
  info: "note",
};

function lineOf(line: number): FileRegion {
  return { line, endLine: line };
}

function location(path: string, region: FileRegion | undefined): SarifLocation {
  const { line, endLine, column, endColumn } = region ?? {};
  const place =
    line === undefined || endLine === undefined
      ? undefined
      : {
          startLine: line,
          endLine,
          ...(column === undefined ? {} : { startColumn: column }),
          ...(endColumn === undefined ? {} : { endColumn }),
        };
  return {
    physicalLocation: {
      artifactLocation: { uri: uriOf(path) },
      ...(place === undefined ? {} : { region: place }),
    },
  };
}

/** Relative where the path is: code scanning takes it from the repository's root. */
function uriOf(path: string): string {
  if (isAbsolute(path)) return pathToFileURL(path).href;
  return path
    .replaceAll("\\", "/")
    .replace(/^(?:\.\/)+/, "")
    .split("/")
    .map(encodeURIComponent)
    .join("/");
}
