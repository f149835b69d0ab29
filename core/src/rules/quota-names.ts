import type { Span } from "../notebook/span.js";
import type { Json } from "../requests/request.js";
import { fewestInstances, instanceTypeOf } from "./instance-count.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

/** What a request takes of a quota. */
export interface QuotaUse {
  /** As AWS names it: `ml.p3.2xlarge for training job usage`. */
  readonly name: string;
  /** Absent: a quota for all types together, which AWS does not list everywhere. */
  readonly instanceType?: string;
  /** At least. */
  readonly instances: number;
  /** So many jobs of these instances may run at once. */
  readonly atOnce: number;
  /** The instances start later, by another request. */
  readonly isLater: boolean;
  /** What they are, where it is not the job itself that takes them. */
  readonly of?: string;
  readonly span?: Span;
}

export type QuotaUses = readonly (QuotaUse | { readonly cannotTell: string })[];

/** The quotas of the instances that the request asks for; none while the instances or their market are not known. */
export function quotasOf(request: RuleRequest): readonly string[] {
  const pool = warmPoolOf(request);
  return [...namesIn(request, true), ...(pool === undefined ? [] : [pool.name])];
}

/** Those for all types together. */
export function totalQuotasOf(request: RuleRequest): readonly string[] {
  return namesIn(request, false);
}

function namesIn(request: RuleRequest, isOfType: boolean): readonly string[] {
  return quotaUsesOf(request).flatMap((use) =>
    "cannotTell" in use || (use.instanceType !== undefined) !== isOfType ? [] : [use.name],
  );
}

/**
 * By type first, then for all types together.
 *
 * @returns Nothing for an operation whose instances have no quota of their own, or a request that names no type.
 */
export function quotaUsesOf(request: RuleRequest): QuotaUses {
  const { settings, step, operation } = request;
  if ((step?.operation ?? operation) === "CreateEndpointConfig") return usesOfVariants(request);
  const kind = kinds.get(step?.operation ?? operation);
  const span = fieldAt(request, settings.instanceType)?.span;
  if (kind === undefined || fieldAt(request, settings.instanceType) === undefined) return [];
  const instanceType = instanceTypeOf(request);
  if (instanceType === undefined) return [{ cannotTell: "which instance type the job has" }];
  if (!instanceType.startsWith("ml.")) return []; // no type of AWS's, which another rule tells

  const instances = settings.instanceCount === undefined ? 1 : fewestInstances(request);
  if (instances === undefined) return [{ cannotTell: "how many instances the job has" }];
  if (isReserved(request))
    return [
      ...usesOfRules(request),
      { cannotTell: "which quota the instances of a training plan count against" },
    ];
  const isSpot = kind === "training job" ? usesSpot(request) : false;
  if (isSpot === undefined) return [{ cannotTell: "whether the job uses spot instances" }];
  const jobs = `${isSpot ? "spot " : ""}${kind}`;
  const use = {
    instances,
    atOnce: jobsAtOnce(request),
    isLater: false,
    ...(span === undefined ? {} : { span }),
  };
  return [
    ...usesOfRules(request),
    { ...use, name: `${instanceType} for ${jobs} usage`, instanceType },
    ...(totals.get(jobs) ?? []).map(({ name, ofOneJob }) => ({
      ...use,
      name,
      ...(ofOneJob === true ? { atOnce: 1 } : {}),
    })),
  ];
}

/**
 * Each rule of Debugger's or Profiler's is evaluated by a processing job of its own.
 *
 * @see https://github.com/data-science-on-aws/data-science-on-aws/issues/200
 */
function usesOfRules(request: RuleRequest): readonly QuotaUse[] {
  if (request.operation !== "CreateTrainingJob") return [];
  const lists = ["DebugRuleConfigurations", "ProfilerRuleConfigurations"].flatMap((path) => {
    const field = fieldAt(request, path);
    return field?.state === "known" && Array.isArray(field.value) ? [{ ...field, value: field.value }] : [];
  });
  const instances = lists.reduce((sum, { value }) => sum + value.length, 0);
  const span = lists.find(({ value }) => value.length > 0)?.span;
  if (instances === 0) return [];
  const name = "Number of instances across all processing jobs";
  return [
    {
      name,
      instances,
      atOnce: 1,
      isLater: false,
      of: "rules of Debugger and Profiler, each with a processing job of its own",
      ...(span === undefined ? {} : { span }),
    },
  ];
}

/** The quotas of the types that the team approves, for what the request is. */
export function approvedQuotasOf(request: RuleRequest): readonly string[] {
  const kind = request.step === undefined ? kinds.get(request.operation) : undefined;
  if (kind === undefined || fieldAt(request, request.settings.instanceType) === undefined) return [];
  const isSpot = kind === "training job" ? usesSpot(request) : false;
  if (isSpot === undefined) return [];
  return request.approvedTypes.map((type) => `${type} for ${isSpot ? "spot " : ""}${kind} usage`);
}

/** What the request would keep warm after the job; `undefined`: nothing, or that is not known. */
export function warmPoolOf(request: RuleRequest): QuotaUse | undefined {
  if (request.operation !== "CreateTrainingJob" || request.step !== undefined) return undefined;
  const { state, value, span } = fieldAt(request, keepAlivePath) ?? {};
  const instanceType = instanceTypeOf(request);
  const instances = fewestInstances(request);
  if (state !== "known" || typeof value !== "number" || value <= 0) return undefined;
  if (instanceType?.startsWith("ml.") !== true || instances === undefined) return undefined;
  const name = `${instanceType} for training warm pool usage`;
  return { name, instanceType, instances, atOnce: 1, isLater: true, ...(span === undefined ? {} : { span }) };
}

export const keepAlivePath = "ResourceConfig.KeepAlivePeriodInSeconds";

/** How AWS names what the instances of an operation are for. */
const kinds: ReadonlyMap<string, string> = new Map([
  ["CreateTrainingJob", "training job"],
  ["CreateHyperParameterTuningJob", "training job"],
  ["CreateProcessingJob", "processing job"],
  ["CreateTransformJob", "transform job"],
  ["CreateNotebookInstance", "notebook instance"],
]);

/** The quotas for instances of all types. AWS's errors name them: "service limit 'Number of instances across all processing jobs' is 4 Instances". */
const totals: ReadonlyMap<string, readonly { readonly name: string; readonly ofOneJob?: true }[]> = new Map([
  [
    "training job",
    [
      { name: "Number of instances across all training jobs" },
      { name: "Maximum number of instances per training job", ofOneJob: true },
    ],
  ],
  ["spot training job", [{ name: "Number of instances across all spot training jobs" }]],
  [
    "processing job",
    [
      { name: "Number of instances across all processing jobs" },
      { name: "Maximum number of instances per processing job", ofOneJob: true },
    ],
  ],
  ["transform job", [{ name: "Number of instances across all transform jobs" }]],
]);

/** The instances are some that the account has reserved by a training plan, or may be. */
function isReserved(request: RuleRequest): boolean {
  const path = request.settings.instanceType?.replace(/InstanceType$/, "TrainingPlanArn");
  return fieldAt(request, path) !== undefined;
}

/** `undefined`: not known. */
export function usesSpot(request: RuleRequest): boolean | undefined {
  const prefix = request.settings.roleArn?.replace(/RoleArn$/, "") ?? "";
  const field = fieldAt(request, `${prefix}EnableManagedSpotTraining`);
  if (field === undefined) return false;
  return field.state === "known" ? field.value === true : undefined;
}

/** Of a tuning job of one definition; of several which of them run at once is the service's choice. */
function jobsAtOnce(request: RuleRequest): number {
  const path = "HyperParameterTuningJobConfig.ResourceLimits.MaxParallelTrainingJobs";
  const value = (request.part ?? "") === "" ? fieldAt(request, path)?.value : undefined;
  return typeof value === "number" && value > 1 ? value : 1;
}

/** What the endpoint's variants take together, by type. */
function usesOfVariants(request: RuleRequest): QuotaUses {
  const field = fieldAt(request, "ProductionVariants");
  if (field === undefined) return [];
  if (field.state !== "known" || !Array.isArray(field.value))
    return [{ cannotTell: field.why ?? "which instances the endpoint has" }];
  const byType = new Map<string, QuotaUse>();
  for (const variant of field.value as readonly Json[]) {
    const members = membersOf(variant);
    if (members.CapacityReservationConfig !== undefined)
      return [{ cannotTell: "which quota the instances of a reservation count against" }];
    const { InstanceType: type, InitialInstanceCount: count = 1 } = members;
    if (typeof type !== "string" || !type.startsWith("ml.") || typeof count !== "number") continue;
    const name = `${type} for endpoint usage`;
    const instances = (byType.get(name)?.instances ?? 0) + count;
    byType.set(name, {
      name,
      instanceType: type,
      instances,
      atOnce: 1,
      isLater: true,
      ...(field.span === undefined ? {} : { span: field.span }),
    });
  }
  return [...byType.values()];
}

function membersOf(json: Json): Readonly<Record<string, Json>> {
  const isObject = typeof json === "object" && json !== null && !Array.isArray(json);
  return isObject ? (json as Readonly<Record<string, Json>>) : {};
}
