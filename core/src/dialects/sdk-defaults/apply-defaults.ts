import { keysOfMethod } from "../../catalog/sdk-defaults.js";
import type { Value } from "../../python/value.js";
import { fieldOf, isAbsent } from "../../requests/field-of.js";
import type { Field, FieldPath, JobRequest, Json, UnsentDefault } from "../../requests/request.js";
import { attachesKey } from "./attaches-key.js";
import { refusedDefaults } from "./load-defaults.js";
import { ownDefaults, sessionDefaults } from "./resolve-defaults.js";

/** How the SDK fills a request with its defaults, on the way from an object to AWS. */
export interface Filling {
  /** The method that does it, by the catalog: `sagemaker.session.Session.process`. */
  readonly method: string;
  /** Fields that nothing but the defaults can set. */
  readonly also?: readonly FieldPath[];
  /** The method takes more keys than these, to no effect. */
  readonly only?: readonly FieldPath[];
  /** A flag that is False in an object that is made of the defaults alone. */
  readonly makesFalse?: FieldPath;
  /** Fields that its caller always says, so that no default reaches them. */
  readonly except?: readonly FieldPath[];
}

/**
 * The defaults that an object of the SDK has by its session, as they are now. Undefined: none. The session may be
 * another one than its constructor was given; without one the constructor made one.
 */
export function defaultsOf(now: Value, session: Value | undefined): Value | undefined {
  const ofSession = session?.kind === "object" ? session.members.get(sessionDefaults) : undefined;
  const own =
    ofSession ??
    (now.kind === "object" ? (now.members.get(ownDefaults) ?? now.members.get(sessionDefaults)) : undefined);
  return isAbsent(own) ? undefined : own;
}

/** What every call raises while the defaults file is against the SDK's schema. */
export function refusedBy(
  defaults: Value | undefined,
): Required<Pick<JobRequest, "refused" | "refusedDefaults">> | undefined {
  if (defaults?.kind !== "object" || defaults.type !== refusedDefaults) return undefined;
  const [problem = "", file = "", line = ""] = ["message", "file", "line"].map((name) => {
    const value = defaults.members.get(name);
    return value?.kind === "constant" ? String(value.data) : "";
  });
  return {
    refused: { error: "ValidationError", message: `${file}:${line}: ${problem}` },
    refusedDefaults: { file, line: Number(line), problem },
  };
}

/** Keys that look as if they concerned the request, and that do not come out in it. */
export interface Unheeded {
  /** `TrainingJob` */
  readonly section: string;
  readonly paths: readonly FieldPath[];
}

export function unheededOf(
  { section, paths }: Unheeded,
  defaults: Value,
  fields: ReadonlyMap<FieldPath, Field>,
): readonly UnsentDefault[] {
  return paths.flatMap((path) => {
    const key = `SageMaker.${section}.${path}`;
    const value = defaultAt(key, defaults);
    const read = value && "read" in value ? value.read : undefined;
    if (read?.isDefault !== true || isAbsent(value) || fields.has(path)) return [];
    return [{ path, key, file: read.file, line: read.line }];
  });
}

/**
 * Fills fields that are not given from the defaults.
 *
 * @param paths The fields that the operation may have, as far as they are followed.
 * @param instanceType Decides whether a volume key of the defaults is used.
 * @param ofEmpty Fields of structures that are given and empty: these count as values too.
 * @param leftOut What is not sent of a field, whoever says it: a flag that is False.
 */
export function applyDefaults(
  fields: Map<FieldPath, Field>,
  { method, except = [], makesFalse }: Filling,
  defaults: Value,
  paths: readonly FieldPath[],
  instanceType: Value | undefined,
  leftOut: ReadonlyMap<FieldPath, Json | undefined> = new Map(),
  ofEmpty: ReadonlySet<FieldPath> = new Set(),
): void {
  const type = instanceType ?? typeIn(fields);
  for (const { key, how } of keysOfMethod(method)) {
    const [, section = "", ...steps] = key.split(".");
    const target = steps.join(".");
    const below = paths.filter((path) => path === target || path.startsWith(`${target}.`));
    const isGiven = below.some(
      (path) => ofEmpty.has(path) || (fields.has(path) && !isConditional(fields.get(path))),
    );
    if (how === "value" && isGiven) continue;
    for (const path of below) {
      if (except.includes(path)) continue;
      const field = fields.get(path);
      if (field !== undefined && !isConditional(field)) continue;
      const value = usable(path, section, defaultAt(`SageMaker.${section}.${path}`, defaults), type);
      const filled = value && fieldOf(value, { from: "argument" });
      const isLeftOut = filled?.state === "known" && filled.value === leftOut.get(path);
      if (filled && !isLeftOut) fields.set(path, field ? orElse(field, filled) : filled);
    }
  }
  const above = makesFalse?.slice(0, makesFalse.lastIndexOf(".") + 1);
  if (makesFalse === undefined || above === undefined || fields.has(makesFalse)) return;
  if ([...fields.keys()].some((path) => path.startsWith(above)))
    fields.set(makesFalse, { state: "known", value: false, origin: { from: "SDK default" } });
}

/** The type that the request says. */
function typeIn(fields: ReadonlyMap<FieldPath, Field>): Value | undefined {
  const field = fields.get("ResourceConfig.InstanceType");
  if (field === undefined) return undefined;
  return typeof field.value === "string"
    ? { kind: "constant", data: field.value }
    : { kind: "unknown", why: field.why ?? "it differs by branch" };
}

/** Perhaps not given. */
function isConditional(field: Field | undefined): boolean {
  return field?.state === "conditional" && field.values?.includes(undefined) === true;
}

function orElse(field: Field, filled: Field): Field {
  if (filled.state !== "known") return { ...filled, state: "unknown", why: "the SDK's defaults may say it" };
  return {
    ...field,
    values: field.values?.map((value) => (value === undefined ? filled.value : value)) ?? [],
  };
}

/** What the defaults have under a key: `SageMaker.TrainingJob.VpcConfig`. */
export function defaultAt(key: string, defaults: Value): Value | undefined {
  let value: Value = defaults;
  for (const step of key.split(".")) {
    if (value.kind === "unknown") return value;
    if (isAbsent(value)) return undefined;
    if (value.kind === "object" && value.type === refusedDefaults)
      return { kind: "unknown", why: "the SDK refuses its defaults file" };
    if (value.kind !== "dict") return { kind: "unknown", why: "what the SDK's defaults say is not followed" };
    const entry = value.entries.get(step);
    if (entry === undefined)
      return value.open
        ? { kind: "unknown", why: "the SDK's defaults may say more than is known" }
        : undefined;
    value = entry;
  }
  return value;
}

const volumeKeys: ReadonlySet<string> = new Set([
  "TrainingJob ResourceConfig.VolumeKmsKeyId",
  "EndpointConfig KmsKeyId",
]);

function usable(
  path: FieldPath,
  section: string,
  value: Value | undefined,
  instanceType: Value | undefined,
): Value | undefined {
  if (value === undefined || !volumeKeys.has(`${section} ${path}`)) return value;
  if (isAbsent(instanceType)) return undefined;
  const takes =
    instanceType?.kind === "constant" && typeof instanceType.data === "string"
      ? attachesKey(instanceType.data)
      : undefined;
  if (takes === undefined)
    return { kind: "unknown", why: "whether the defaults' key is used depends on the instance type" };
  return takes ? value : undefined;
}
