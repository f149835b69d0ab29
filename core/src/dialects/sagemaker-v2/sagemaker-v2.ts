import { sagemakerV2 } from "../../catalog/sagemaker-v2.js";
import { freeze } from "../../python/freeze.js";
import type { CallRecord } from "../../python/record.js";
import { presentValue } from "../../python/text-version.js";
import type { Run } from "../../python/run-notebook.js";
import type { Value } from "../../python/value.js";
import { fieldOf, isAbsent } from "../../requests/field-of.js";
import type { Field, FieldPath, JobRequest, Origin } from "../../requests/request.js";
import { refusalOf } from "../../requests/botocore-checks.js";
import { joinRequests, regionIn } from "../call-of.js";
import type { Dialect } from "../dialect.js";
import { writeCall } from "../write/write-call.js";
import { families, type Family, type Mapped } from "./families.js";

type Construction = Extract<CallRecord, { kind: "construction" }>;
type Invocation = Extract<CallRecord, { kind: "invocation" }>;

/** The SageMaker Python SDK, version 2: the constructor makes the job, `fit` sends it as it is then. */
export const sagemakerV2Dialect: Dialect = {
  read(records, run) {
    const launches = new Map<number, Invocation[]>();
    for (const record of records) {
      if (record.kind !== "invocation" || record.id === undefined) continue;
      launches.set(record.id, [...(launches.get(record.id) ?? []), record]);
    }
    const requests = records.flatMap((record) => {
      const family = record.kind === "construction" ? familyOf(record.type) : undefined;
      if (record.kind !== "construction" || !family) return [];
      const own = (launches.get(record.id) ?? []).filter(({ method }) => family.launches.has(method));
      return own.length === 0
        ? [request(record, family, atTheEnd(record, run), [])]
        : own.map((launch) => request(record, family, membersOf(launch.self), [launch]));
    });
    return joinRequests(requests);
  },

  write(request, changes, notebook) {
    if (changes.some(({ path }) => request.setLater?.includes(path))) return undefined;
    const family = familyOf(request.call.callee);
    const names = new Map([...(family?.parameters ?? [])].map(([name, { path }]) => [path, name]));
    return writeCall(request, changes, notebook, (path) => {
      const name = names.get(path);
      return name === undefined ? undefined : [name];
    });
  },
};

function familyOf(type: string): Family | undefined {
  return families.find(({ base }) => sagemakerV2.isA(type, base));
}

/** The job as it is after the last cell: nothing in the notebook launches it. */
function atTheEnd(record: Construction, run: Run): ReadonlyMap<string, Value> {
  return membersOf(presentValue(freeze({ kind: "reference", id: record.id }, run.state)));
}

function membersOf(value: Value | undefined): ReadonlyMap<string, Value> {
  return value?.kind === "object" ? value.members : new Map();
}

const argument: Origin = { from: "argument" };
const sdkDefault: Origin = { from: "SDK default" };

function request(
  record: Construction,
  family: Family,
  members: ReadonlyMap<string, Value>,
  launches: readonly Invocation[],
): JobRequest {
  const { site } = record;
  const value = (parameter: string): Value | undefined => {
    const renamed = [...family.attributes].find(([, name]) => name === parameter)?.[0];
    return (renamed === undefined ? undefined : members.get(renamed)) ?? members.get(parameter);
  };
  const fields = new Map<string, Field>();
  const sets = sagemakerV2.classOf(record.type)?.sets;
  for (const [parameter, mapped] of family.parameters) {
    const set = sets?.get(parameter);
    const field =
      set === undefined || typeof set === "object"
        ? fieldFor(value(parameter), mapped)
        : ({ state: "known", value: set, origin: sdkDefault } as const);
    if (field) fields.set(mapped.path, field);
  }
  const half = halfVpc(record, value);
  const dropped = half?.halfVpc === "SDK drops it" ? writtenHalf(fields) : undefined;
  if (dropped || dropsVpc(value)) for (const path of vpcPaths) fields.delete(path);
  const setLater = laterPaths(record, family, value);
  const refused = half?.refused ?? refusalOf(family.operation, fields, { whole: false });
  const session = value("sagemaker_session");
  return {
    operation: family.operation,
    client: "sagemaker-v2",
    name: record.type.slice(record.type.lastIndexOf(".") + 1),
    span: site.span,
    nameSpan: site.nameSpan,
    launches: launches.map((launch) => launch.site.span),
    ...regionIn(session),
    localMode: localMode(value("instance_type"), session),
    fields,
    ...(refused ? { refused } : {}),
    ...(half ? { halfVpc: half.halfVpc } : {}),
    ...(dropped ? { droppedHalf: dropped } : {}),
    ...(setLater.length > 0 ? { setLater } : {}),
    call: { ...site, callee: record.type },
  };
}

function fieldFor(
  value: Value | undefined,
  { leftOut, default: fallback, convert }: Mapped,
): Field | undefined {
  if (value === undefined)
    return fallback === undefined ? undefined : { state: "known", value: fallback, origin: sdkDefault };
  const field = fieldOf(value, argument, convert);
  if (leftOut !== undefined && field?.state === "known" && field.value === leftOut) return undefined;
  if (leftOut !== undefined && field?.state === "conditional" && field.values) {
    return { ...field, values: field.values.map((one) => (one === leftOut ? undefined : one)) };
  }
  return field;
}

/** None, or not there at all, on every branch; "maybe" when it depends or is not known. */
function given(value: Value | undefined): boolean | "maybe" {
  if (isAbsent(value)) return false;
  if (value?.kind === "unknown") return "maybe";
  if (value?.kind !== "either") return true;
  const all = new Set(value.values.map(given));
  const [only] = all;
  return all.size === 1 && only !== undefined ? only : "maybe";
}

/** The constructor looks at what it is given, before any attribute is set. */
function halfVpc(
  { arguments: bound }: Construction,
  value: (parameter: string) => Value | undefined,
): Pick<JobRequest, "halfVpc" | "refused"> | undefined {
  const open = bound.openKeywords || bound.openPositional;
  const subnets = given(bound.keywords.get("subnets"));
  const groups = given(bound.keywords.get("security_group_ids"));
  if (!open && subnets !== "maybe" && groups !== "maybe" && subnets !== groups) {
    return {
      halfVpc: "SDK raises",
      refused: {
        error: "RuntimeError",
        message: "When setting up custom VPC, both subnets and security_group_ids must be set",
      },
    };
  }
  const later = [given(value("subnets")), given(value("security_group_ids"))];
  return later.includes(true) && later.includes(false) ? { halfVpc: "SDK drops it" } : undefined;
}

const vpcPaths = ["VpcConfig.Subnets", "VpcConfig.SecurityGroupIds"] as const;

function writtenHalf(fields: ReadonlyMap<FieldPath, Field>): JobRequest["droppedHalf"] {
  for (const path of vpcPaths) {
    const field = fields.get(path);
    if (field) return { path, ...(field.span ? { span: field.span } : {}) };
  }
  return undefined;
}

/** Attributes that are not as the constructor left them: set anew, or a list that grew. */
function laterPaths(
  { self }: Construction,
  { parameters }: Family,
  value: (parameter: string) => Value | undefined,
): FieldPath[] {
  const built = membersOf(self);
  return [...parameters].flatMap(([parameter, { path }]) =>
    sameAsWritten(built.get(parameter), value(parameter)) ? [] : [path],
  );
}

function sameAsWritten(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) return false;
  if (left instanceof Map) {
    return (
      right instanceof Map &&
      left.size === right.size &&
      [...left].every(([key, value]) => sameAsWritten(value, right.get(key)))
    );
  }
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) =>
      sameAsWritten((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]),
    )
  );
}

/** Where one half is None the SDK sends no VpcConfig. */
function dropsVpc(value: (parameter: string) => Value | undefined): boolean {
  return given(value("subnets")) === false && given(value("security_group_ids")) === false;
}

function localMode(instanceType: Value | undefined, session: Value | undefined): boolean | "maybe" {
  if (session?.kind === "object" && /(?:^|\.)Local(?:Pipeline)?Session$/.test(session.type)) return true;
  const values = instanceType?.kind === "either" ? instanceType.values : instanceType ? [instanceType] : [];
  const local = values.map(
    (one) => one.kind === "constant" && (one.data === "local" || one.data === "local_gpu"),
  );
  if (local.length > 0 && local.every(Boolean)) return true;
  return local.some(Boolean) ? "maybe" : false;
}
