import type { Notebook } from "../../../core/src/notebook/notebook.js";
import type { Field, FieldPath, JobRequest, Json } from "../../../core/src/requests/request.js";
import { settingsOf } from "../../../core/src/requests/settings.js";
import { compareDetail, detailedPaths } from "../compare-detail.js";
import { comparedPaths, requestsAt, stepAt, type Place } from "../compare-request.js";
import { withDefinition } from "../pipeline-steps.js";
import { memberAt, type RecordedRequest, type Recording } from "../sdk-case.js";

export type Kind = "wrong" | "missed" | "invented" | "missed refusal" | "false refusal" | "other refusal" | "unknown";

export interface Difference {
  readonly kind: Kind;
  readonly operation: string;
  readonly path: FieldPath;
  readonly text: string;
}

export interface Comparison {
  readonly requests: number;
  readonly equal: number;
  readonly refusals: number;
  readonly differences: readonly Difference[];
}

const others: ReadonlySet<string> = new Set(["CreatePipeline", "CreateEndpoint", "UpdateEndpoint"]);
const isFollowed = (operation: string) => settingsOf(operation) !== undefined || others.has(operation);

/** What was predicted against what was sent. */
export function compareRandom(
  predicted: readonly JobRequest[],
  { requests, error }: Recording,
  notebook: Notebook,
): Comparison {
  const differences: Difference[] = [];
  const add = (kind: Kind, operation: string, path: FieldPath, text: string) =>
    differences.push({ kind, operation, path, text });
  let equal = 0;
  let refusals = 0;
  const seen = new Set<JobRequest>();
  const sent = requests.filter(({ refused, operation }) => refused === undefined && isFollowed(operation));
  for (const recorded of sent) {
    const candidates = at(predicted, recorded, notebook);
    if (candidates.length === 0) {
      add("missed", recorded.operation, "", "not predicted");
      continue;
    }
    const results = candidates.map((request) => ({ request, ...compareOne(request, recorded) }));
    for (const { request } of results) seen.add(request);
    // Several requests of one place: each is compared with the one that it is most like, its parts all are
    const whole = results.filter(({ request }) => request.part === undefined && request.step === undefined);
    const best = whole.length > 1 ? [whole.reduce((one, other) => (other.differences.filter(({ kind }) => kind === "wrong").length < one.differences.filter(({ kind }) => kind === "wrong").length ? other : one))] : results;
    for (const result of best) {
      equal += result.equal;
      differences.push(...result.differences);
      if (result.request.refused !== undefined) add("false refusal", recorded.operation, "", `${result.request.refused.error}: ${result.request.refused.message}`);
    }
  }
  // What the failing call is told is told; what else would have followed needs no more
  const isTold =
    error !== null &&
    predicted.some(
      (one) => one.refused?.error === error.type && at([one], { ...error, operation: one.operation }, notebook).length > 0,
    );
  for (const request of predicted) {
    if (isTold && (error === null || !isBefore(request, error, notebook))) {
      if (!seen.has(request) && request.refused !== undefined) refusals += 1;
      continue;
    }
    if (seen.has(request) || request.launches.length === 0 || request.localMode === true) continue;
    if (request.localMode === "maybe") continue;
    const span = JSON.stringify(request.span);
    if (predicted.some(({ step, judgedAt }) => step !== undefined && JSON.stringify(judgedAt) === span)) continue;
    if (error === null) {
      if (request.refused === undefined) add("invented", request.operation, "", "predicted, but nothing is sent");
      else add("false refusal", request.operation, "", `${request.refused.error}: ${request.refused.message}`);
      continue;
    }
    const isFailing = at([request], { ...error, operation: request.operation }, notebook).length > 0;
    if (isFailing) {
      if (request.refused === undefined) add("missed refusal", request.operation, "", `${error.type}: ${error.message.slice(0, 200)}`);
      else if (request.refused.error !== error.type) add("other refusal", request.operation, "", `${request.refused.error}: ${request.refused.message}, but ${error.type}: ${error.message.slice(0, 150)}`);
      else refusals += 1;
    } else if (isBefore(request, error, notebook)) add("invented", request.operation, "", `predicted before ${error.type}: ${error.message.slice(0, 100)}`);
    else if (request.refused?.error === error.type) refusals += 1;
    else add("missed refusal", request.operation, "later", `${error.type}: ${error.message.slice(0, 200)}`);
  }
  for (const d of differences) if (d.kind === "wrong" && d.text.endsWith("sent null") && d.text.startsWith("not predicted")) equal += 1;
  const told = differences.filter((d) => !(d.kind === "wrong" && d.text === "not predicted, sent null"));
  return { requests: sent.length, equal, refusals, differences: told };
}

function at(predicted: readonly JobRequest[], place: Place & { readonly operation: string }, notebook: Notebook) {
  try {
    return requestsAt(predicted, place, notebook);
  } catch {
    return [];
  }
}

function isBefore({ launches }: JobRequest, error: Place, { cells }: Notebook): boolean {
  return launches.every(({ cell, to }) => {
    const line = (cells[cell]?.text ?? "").slice(0, to).split("\n").length;
    return cell < error.cell || (cell === error.cell && line < error.line);
  });
}

function compareOne(predicted: JobRequest, recorded: RecordedRequest): { equal: number; differences: Difference[] } {
  const { operation, parameters } = recorded;
  const definition = withDefinition(parameters);
  const differences: Difference[] = [];
  let equal = 0;
  const add = (kind: Kind, path: FieldPath, text: string) => differences.push({ kind, operation, path, text });
  const { step } = predicted;
  let begins: string | undefined;
  try {
    begins = step && stepAt(step, definition);
  } catch (error) {
    add("missed", "", String(error));
    return { equal, differences };
  }
  for (const path of comparedPaths(predicted)) {
    const own = path.slice(step?.at.length ?? 0);
    const value = memberAt(definition, begins === undefined ? path : `${begins}${own}`);
    const wrong = wrongOf(predicted.fields.get(path), value);
    if (wrong === undefined) equal += 1;
    else add(wrong.kind, own, wrong.text);
  }
  const at = `${step?.at ?? ""}${predicted.part?.slice(step?.at.length ?? 0) ?? ""}`;
  for (const path of detailedPaths) {
    const own = `${at.slice(step?.at.length ?? 0)}${path}`;
    const field = predicted.fields.get(`${at}${path}`);
    const value = memberAt(definition, `${begins ?? ""}${own}`);
    if (field && path !== "Tags") {
      try {
        compareDetail(own, field, value);
        if (field.state === "known") equal += 1;
        else if (/Image|KmsKey/.test(path)) add("unknown", own, `${field.why ?? field.state}: ${JSON.stringify(value)}`);
      } catch (error) {
        add("wrong", own, ((error as Error).message.split("\n")[0] ?? "").slice(0, 300));
      }
    } else if (field) {
      const texts = Array.isArray(value) ? value.map((one) => JSON.stringify(one)) : [];
      const missing = (field.items ?? []).filter((one) => !texts.includes(JSON.stringify(one.value)));
      if (missing.length > 0) add("wrong", own, `tags ${JSON.stringify(missing.map((one) => one.value))}, sent ${JSON.stringify(value)}`);
    } else if (predicted.followed?.includes(`${at}${path}`) === true && value !== undefined) add("wrong", own, `followed, not predicted, but sent ${JSON.stringify(value)}`);
  }
  return { equal, differences };
}

function wrongOf(field: Field | undefined, sent: Json | undefined): { kind: Kind; text: string } | undefined {
  const text = JSON.stringify(sent);
  if (field === undefined) return sent === undefined ? undefined : { kind: "wrong", text: `not predicted, sent ${text}` };
  if (field.state === "known") return JSON.stringify(field.value) === text ? undefined : { kind: "wrong", text: `${JSON.stringify(field.value)}, sent ${text}` };
  if (field.state === "conditional") {
    const isOne = field.values?.some((value) => JSON.stringify(value) === text) ?? false;
    return isOne ? { kind: "unknown", text: `conditional ${JSON.stringify(field.values)}, sent ${text}` } : { kind: "wrong", text: `conditional ${JSON.stringify(field.values)}, sent ${text}` };
  }
  if (field.state === "partial" && !Array.isArray(sent)) return { kind: "wrong", text: `partial, sent ${text}` };
  return { kind: "unknown", text: `${field.state} ${field.why ?? ""}, sent ${text}` };
}
