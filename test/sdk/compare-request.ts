import assert from "node:assert/strict";
import type { Notebook } from "../../core/src/notebook/notebook.js";
import type { Span } from "../../core/src/notebook/span.js";
import type { Field, FieldPath, JobRequest, Json, PipelineStep } from "../../core/src/requests/request.js";
import { settingsOfRequest } from "../../core/src/requests/settings.js";
import { compareDetail, detailedPaths } from "./compare-detail.js";
import { withDefinition } from "./pipeline-steps.js";
import { memberAt, type RecordedRequest } from "./sdk-case.js";

/** What is compared besides the settings that rules speak of. */
const otherPaths = ["StoppingCondition.MaxRuntimeInSeconds", "ResourceConfig.VolumeSizeInGB"];

/** What decides where a job runs, as whom, and who can read its data: the members to compare. */
export function comparedPaths(request: JobRequest): ReadonlySet<FieldPath> {
  const settings = Object.values(settingsOfRequest(request) ?? {});
  const others = otherPaths.map((path) => `${request.step?.at ?? ""}${path}`);
  return new Set([...settings.filter((path) => typeof path === "string"), ...others]);
}

/** A place in a recording. */
export interface Place {
  readonly cell: number;
  readonly line: number;
  readonly endLine: number;
}

/** The predicted requests that this place launches, or whose call it is: several where one holds several jobs. */
export function requestsAt(
  requests: readonly JobRequest[],
  place: Place & { readonly operation?: string },
  notebook: Notebook,
): readonly JobRequest[] {
  const found = requests.filter(
    ({ launches, span, operation }) =>
      operation === (place.operation ?? operation) &&
      [...launches, span].some((one) => touches(one, place, notebook)),
  );
  assert.ok(
    found.length > 0,
    `no ${place.operation ?? "request"} was predicted for cell ${place.cell}, line ${place.line}`,
  );
  return found;
}

/** Compares what was predicted with what the SDK sent, setting by setting. */
export function compareRequest(
  predicted: JobRequest,
  { operation, parameters }: Pick<RecordedRequest, "operation" | "parameters">,
  dynamic: ReadonlySet<FieldPath>,
  known: ReadonlySet<FieldPath> = new Set(),
): void {
  assert.equal(predicted.operation, operation);
  const { step } = predicted;
  const definition = withDefinition(parameters);
  const at = step && stepAt(step, definition);
  const isDynamic = (path: FieldPath) => dynamic.has(path) || dynamic.has(`${operation}.${path}`);
  for (const path of comparedPaths(predicted)) {
    const own = path.slice(step?.at.length ?? 0);
    const sent = memberAt(definition, at === undefined ? path : `${at}${own}`);
    compareField(path, predicted.fields.get(path), sent, isDynamic(own));
  }
  const begins = `${step?.at ?? ""}${predicted.part?.slice(step?.at.length ?? 0) ?? ""}`;
  for (const path of detailedPaths) {
    const own = `${begins.slice(step?.at.length ?? 0)}${path}`;
    const field = predicted.fields.get(`${begins}${path}`);
    const sent = memberAt(definition, `${at ?? ""}${own}`);
    if (field) compareDetail(own, field, sent);
    const isWanted = known.has(path) || known.has(`${operation}.${path}`);
    if (!isWanted) continue;
    // Of tags nobody knows whether there are more
    const isTold = path === "Tags" ? field?.items !== undefined : field?.state === "known";
    assert.ok(isTold || sent === undefined, `${own} is not known`);
    assert.deepEqual(path === "Tags" ? field?.items?.map(({ value }) => value) : field?.value, sent, own);
  }
  if (step === undefined) compareTraces(predicted, definition);
}

/** Tags, experiment and data capture: what is known of them is sent, and of what is followed nothing else. */
function compareTraces({ fields, followed = [] }: JobRequest, sent: RecordedRequest["parameters"]): void {
  for (const path of ["Tags", "ExperimentConfig", "DataCaptureConfig.EnableCapture"]) {
    const field = fields.get(path);
    const value = memberAt(sent, path);
    if (field === undefined) {
      if (followed.includes(path)) assert.equal(value, undefined, `${path} is sent, and was not predicted`);
      continue;
    }
    if (field.state === "known") assert.deepEqual(value, field.value, path);
    // Of rounds of a loop that differ each has its own
    if (field.state === "conditional") continue;
    for (const item of field.items ?? []) {
      assert.ok(Array.isArray(value), `${path}: the SDK sends no list`);
      const texts = (value as readonly Json[]).map((one) => JSON.stringify(one));
      assert.ok(texts.includes(JSON.stringify(item.value)), `${path}: ${JSON.stringify(item.value)}`);
    }
  }
}

/**
 * What the paths of the step's request begin with: where its place is not known, that of the
 * step of its name, or of the first that runs something.
 */
export function stepAt({ at, name }: PipelineStep, definition: RecordedRequest["parameters"]): FieldPath {
  if (at === "") return at;
  if (!at.includes("[]")) {
    assert.notEqual(memberAt(definition, at.slice(0, -1)), undefined, `${at} is no step of the definition`);
    return at;
  }
  const steps = memberAt(definition, "PipelineDefinition.Steps") as readonly Readonly<
    Record<"Name" | "Type", string>
  >[];
  const index = steps.findIndex(({ Name, Type }) =>
    name === undefined ? Type !== "Lineage" : Name === name,
  );
  assert.ok(index >= 0, `no step is called ${name}`);
  return `PipelineDefinition.Steps[${index}].Arguments.`;
}

function compareField(
  path: FieldPath,
  field: Field | undefined,
  sent: Json | undefined,
  isDynamic: boolean,
): void {
  const says = `${path}: ${field === undefined ? "not predicted" : field.state}`;
  if (field === undefined) {
    assert.equal(sent, undefined, `${says}, but the SDK sends it`);
    return;
  }
  assert.equal(field.state !== "known", isDynamic, `${says}, and the case says otherwise (# dynamic)`);
  if (field.state === "known") {
    assert.deepEqual(sent, field.value, says);
  } else if (field.state === "conditional") {
    const isOne = field.values?.some((value) => JSON.stringify(value) === JSON.stringify(sent)) ?? false;
    assert.ok(isOne, `${says}, none of which the SDK sends: ${JSON.stringify(sent)}`);
  } else if (field.state === "partial") {
    assert.ok(Array.isArray(sent), `${says}, but the SDK sends no list`);
    for (const { value } of field.items ?? [])
      assert.ok(sent.includes(value), `${says}: ${JSON.stringify(value)}`);
  }
}

function touches(span: Span, { cell, line, endLine }: Place, { cells }: Notebook): boolean {
  if (span.cell !== cell) return false;
  const text = cells[cell]?.text ?? "";
  return lineAt(text, span.from) <= endLine && lineAt(text, span.to) >= line;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}
