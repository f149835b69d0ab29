import { operationOfMethod } from "../../catalog/sagemaker-api.js";
import { keyOf, type Span } from "../../notebook/span.js";
import type { CallSite } from "../../python/call-site.js";
import type { CallRecord, FrozenArguments } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import { refusalOfParameters } from "../../requests/botocore-checks.js";
import { isOfEach } from "../../requests/instance-groups.js";
import type { JobRequest } from "../../requests/request.js";
import { stepsOf } from "../../requests/path-steps.js";
import { settingsOf } from "../../requests/settings.js";
import { joinRequests, regionIn } from "../call-of.js";
import { caughtAt } from "../caught-refusal.js";
import type { Dialect } from "../dialect.js";
import type { KnownReadings } from "../known-readings.js";
import { readInstanceGroups } from "./instance-groups.js";
import { readDefinition } from "./pipeline-definition.js";
import { batchClient, clientNotKnown, clientType, submitServiceJob } from "./sessions.js";
import { readFields } from "./read-fields.js";
import { halfOf } from "./structure-fields.js";
import { readServiceJob, stepsInPayload } from "./submit-service-job.js";
import { byDefinition } from "./tuning-definitions.js";
import { writeCalls } from "../write/write-call.js";

/** `boto3.client("sagemaker").create_…(…)`: the arguments are the request. */
export const boto3Dialect: Dialect = {
  read(records, { known }) {
    return joinRequests(withoutSecondGuess(records).flatMap((record) => readOnce(record, known)));
  },

  write(request, changes, notebook, surroundings) {
    const { call, step, through } = request;
    // A definition is text, that is made somewhere else; and nothing is written into all groups of a cluster at once
    if (step || changes.some(({ path }) => isOfEach(path))) return undefined;
    return writeCalls(
      changes.map(({ path, value, onlyWhereMissing }) => ({
        call,
        steps: through ? stepsInPayload(path) : stepsOf(path),
        value,
        ...(onlyWhereMissing ? { onlyWhereMissing } : {}),
      })),
      notebook,
      surroundings ? { surroundings } : {},
    );
  },
};

/** `client = client or boto3.client(…)`: the one that is known is meant. */
function withoutSecondGuess(records: readonly CallRecord[]): readonly CallRecord[] {
  if (!records.some(isOfUnknown)) return records;
  const known = new Set(records.flatMap((record) => (isOfUnknown(record) ? [] : [keyOf(record.site.span)])));
  return records.filter((record) => !isOfUnknown(record) || !known.has(keyOf(record.site.span)));
}

function isOfUnknown(record: CallRecord): boolean {
  const self = record.kind === "invocation" ? record.self : undefined;
  const region = self?.kind === "object" ? self.members.get("region_name") : undefined;
  return region?.kind === "unknown" && region.why === clientNotKnown;
}

/** None: it asks for nothing. */
function readOnce(record: CallRecord, known: KnownReadings | undefined): readonly JobRequest[] {
  if (record.kind !== "invocation") return [];
  const isQueued = record.type === batchClient && record.method === submitServiceJob;
  if (!isQueued && record.type !== `${clientType}sagemaker`) return [];
  const before = known?.of(record, boto3Dialect, () => true);
  if (before) return before;
  if (isQueued) {
    const queued = readServiceJob(record);
    const requests = queued ? [queued] : [];
    known?.keep(record, boto3Dialect, { requests });
    return requests;
  }
  const request = readCall(record);
  const definition = record.arguments.keywords.get("PipelineDefinition");
  const requests = request
    ? [
        ...byDefinition(request, record.arguments.keywords),
        ...(definition ? readDefinition(request, definition) : []),
        ...readInstanceGroups(request, record.arguments.keywords),
      ]
    : [];
  known?.keep(record, boto3Dialect, { requests });
  return requests;
}

function readCall(record: Extract<CallRecord, { kind: "invocation" }>): JobRequest | undefined {
  const operation = operationOfMethod(record.method);
  if (!operation) return undefined;
  const fields = readFields(operation, record.arguments);
  const parameters = parametersIn(record.site, record.arguments);
  const refused = caughtAt(
    argumentsRefusal(record) ?? refusalOfParameters(operation.name, parameters),
    record.site,
  );
  const halfVpc = halfOf(settingsOf(operation.name), fields);
  return {
    operation: operation.name,
    client: "boto3",
    name: record.method,
    span: record.site.span,
    nameSpan: record.site.nameSpan,
    launches: [],
    ...regionIn(record.self),
    localMode: false,
    fields,
    ...(record.arguments.positional.length === 0 ? { parameters } : {}),
    ...(refused ? { refused } : {}),
    ...(halfVpc ? { halfVpc } : {}),
    call: { ...record.site, callee: `sagemaker.${record.method}` },
  };
}

/** The keyword arguments as the dict that botocore validates, with the places of their names. */
function parametersIn({ arguments: written }: CallSite, { keywords, openKeywords }: FrozenArguments): Value {
  const keys = new Map<string, Span>();
  for (const { name, star, span, value } of written) {
    if (name !== undefined) keys.set(name, { ...span, to: span.from + name.length });
    if (star !== "**" || value.kind !== "dict") continue;
    for (const [key, place] of value.keys ?? []) keys.set(key, place);
  }
  return { kind: "dict", entries: keywords, open: openKeywords, keys };
}

function argumentsRefusal({ method, arguments: { positional, twice } }: CallRecord & { kind: "invocation" }) {
  if (twice !== undefined)
    return {
      error: "TypeError",
      message: `botocore.client.ClientCreator._create_api_method.<locals>._api_call() got multiple values for keyword argument '${twice}'`,
    };
  if (positional.length === 0) return undefined;
  return { error: "TypeError", message: `${method}() only accepts keyword arguments.` };
}
