import { operationOf, type ApiOperation } from "../../catalog/sagemaker-api.js";
import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { lastName } from "../../dotted-path.js";
import { keyOf } from "../../notebook/span.js";
import type { CallRecord, FrozenArguments } from "../../python/record.js";
import type { Value } from "../../python/value.js";
import { refusalOf } from "../../requests/botocore-checks.js";
import { stepsOf } from "../../requests/path-steps.js";
import type { FieldPath, JobRequest } from "../../requests/request.js";
import { settingsOf } from "../../requests/settings.js";
import { readFields } from "../boto3/read-fields.js";
import { readInstanceGroups } from "../boto3/instance-groups.js";
import { byDefinition } from "../boto3/tuning-definitions.js";
import { joinRequests, regionIn } from "../call-of.js";
import type { Dialect } from "../dialect.js";
import { stepsThrough, writeCalls } from "../write/write-call.js";
import { apiMembers, pythonName, refusedSpelling } from "./to-api.js";
import { caughtAt } from "../caught-refusal.js";
import { refusedShapes, refusedTags } from "./refused-shapes.js";

type Invocation = Extract<CallRecord, { kind: "invocation" }>;

/** `TrainingJob.create(…)` of sagemaker-core: the arguments are the request in Python's spelling. */
export const sagemakerCoreDialect: Dialect = {
  read(records, { state }) {
    const isConfigured = overrides.some((name) => state.name(`environ:${name}`) !== undefined);
    const made = new Map<string, Value>();
    const requests: JobRequest[] = [];
    for (const record of records) {
      if (record.kind === "construction") made.set(placeOf(record.self), record.self);
      else {
        const operation = operationCalled(record);
        if (operation) requests.push(...readCall(record, operation, made, isConfigured));
      }
    }
    return joinRequests(requests);
  },

  write(request, changes, notebook, surroundings) {
    const module = request.call.callee.startsWith("sagemaker_core")
      ? "sagemaker_core.shapes"
      : "sagemaker.core.shapes";
    const classOf = (names: readonly string[]) => {
      const name = shapes.get(names.at(-1) ?? "");
      return name === undefined ? undefined : { module, name };
    };
    const values = changes.map(({ path, value, onlyWhereMissing }) => ({
      call: request.call,
      steps: stepsThrough(stepsOf(path).map(pythonName), classOf),
      value,
      isSetLater: request.setLater?.includes(path) === true,
      ...(onlyWhereMissing ? { onlyWhereMissing } : {}),
    }));
    return writeCalls(values, notebook, {
      canonicalPath: (path) => sagemakerSdk.canonicalPath(path),
      ...(surroundings ? { surroundings } : {}),
    });
  },
};

/** pydantic makes the others out of dicts. */
const shapes: ReadonlyMap<string, string> = new Map([
  ["vpc_config", "VpcConfig"],
  ["resource_config", "ResourceConfig"],
]);

const verbs: ReadonlyMap<string, string> = new Map([
  ["create", "Create"],
  ["update", "Update"],
]);

function operationCalled({ type, method }: Invocation): ApiOperation | undefined {
  const verb = verbs.get(method);
  if (verb === undefined) return undefined;
  // Subclasses of the SDK's own hand their arguments on
  for (const { path } of sagemakerSdk.ancestors(type)) {
    const name = /^sagemaker\.core\.resources\.(\w+)$/.exec(path)?.[1];
    const operation = name === undefined ? undefined : operationOf(`${verb}${name}`);
    if (operation) return operation;
  }
  return undefined;
}

/** Where a notebook tells sagemaker-core 1 that its defaults are; what is there is not read. */
const overrides = ["SAGEMAKER_CORE_ADMIN_CONFIG_OVERRIDE", "SAGEMAKER_USER_CONFIG_OVERRIDE"];

/** @param isConfigured The notebook names a file of defaults. In version 3 the SDK refuses such a file, and goes on. */
function readCall(
  record: Invocation,
  operation: ApiOperation,
  made: ReadonlyMap<string, Value>,
  isConfigured: boolean,
): readonly JobRequest[] {
  const { site, type, method, self } = record;
  const isOne = site.callee.startsWith("sagemaker_core");
  const written = byName(record);
  const mayBeDefault = isOne && isConfigured && !written.openKeywords;
  const given = mayBeDefault ? { ...written, openKeywords: true } : written;
  const members = apiMembers(given.keywords, operation, !isOne);
  const fields = readFields(
    operation,
    { ...given, keywords: members },
    mayBeDefault ? "the SDK's defaults file, which the notebook names, is not read" : undefined,
  );
  const { subnets = "", securityGroupIds = "" } = settingsOf(operation.name) ?? {};
  const half = fields.has(subnets) !== fields.has(securityGroupIds) && subnets.includes("VpcConfig.");
  const refused = caughtAt(
    refusedShapes(given, sagemakerSdk.methodOf(type, method), sagemakerSdk) ??
      refusedTags(type, method, given.keywords.get("tags")) ??
      refusedSpelling(given, operation, !isOne) ??
      emptyVpc(members) ??
      refusalOf(operation.name, fields, { whole: false }),
    site,
  );
  const setLater = laterPaths(given.keywords, operation, made);
  const request: JobRequest = {
    operation: operation.name,
    client: "sagemaker-core",
    name: `${lastName(type)}.${method}`,
    span: site.span,
    nameSpan: site.nameSpan,
    launches: [],
    ...regionIn(regionOf(given.keywords) ?? (self?.kind === "object" ? regionOf(self.members) : undefined)),
    localMode: false,
    fields,
    ...(refused ? { refused } : {}),
    ...(half && refused
      ? { halfVpc: refused.error === "ValidationError" ? "SDK raises" : "botocore refuses" }
      : {}),
    ...(setLater.length > 0 ? { setLater } : {}),
    call: site,
  };
  return [...byDefinition(request, members), ...readInstanceGroups(request, members)];
}

function regionOf(given: ReadonlyMap<string, Value>): Value | undefined {
  return given.get("region") ?? given.get("session");
}

/** Empty lists are left out of a structure, and the structure is sent without them. */
function emptyVpc(members: ReadonlyMap<string, Value>): JobRequest["refused"] {
  const vpc = members.get("VpcConfig");
  if (vpc?.kind !== "dict" || vpc.open) return undefined;
  const missing = ["SecurityGroupIds", "Subnets"].filter((name) => !vpc.entries.has(name));
  if (missing.length === 0) return undefined;
  const problems = missing.map((name) => `Missing required parameter in VpcConfig: "${name}"`);
  return { error: "ParamValidationError", message: `Parameter validation failed: ${problems.join("; ")}` };
}

/** Positional arguments by the names of the method's parameters. */
function byName({ type, method, arguments: given }: Invocation): FrozenArguments {
  const parameters = sagemakerSdk.methodOf(type, method)?.parameters ?? [];
  const keywords = new Map(given.keywords);
  given.positional.forEach((value, index) => {
    const name = parameters[index]?.name;
    if (name !== undefined) keywords.set(name, value);
  });
  return { ...given, positional: [], keywords };
}

/** Settings in objects that the notebook changes after it made them: what is written into their call has no effect. */
function laterPaths(
  keywords: ReadonlyMap<string, Value>,
  operation: ApiOperation,
  made: ReadonlyMap<string, Value>,
): FieldPath[] {
  const changed = [...keywords].flatMap(([name, value]) => (isChanged(value, made) ? [name] : []));
  return Object.values(settingsOf(operation.name) ?? {}).filter(
    (path): path is FieldPath =>
      typeof path === "string" && changed.includes(pythonName(path.split(".")[0] ?? path)),
  );
}

function isChanged(value: Value, made: ReadonlyMap<string, Value>): boolean {
  if (value.kind !== "object") return false;
  const before = made.get(placeOf(value));
  if (before?.kind === "object" && JSON.stringify(before, plain) !== JSON.stringify(value, plain))
    return true;
  return [...value.members.values()].some((member) => isChanged(member, made));
}

function plain(_key: string, value: unknown): unknown {
  return value instanceof Map ? [...(value as ReadonlyMap<unknown, unknown>)] : value;
}

function placeOf({ span }: Value): string {
  return span ? keyOf(span) : "";
}
