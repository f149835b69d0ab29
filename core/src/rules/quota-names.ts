import { fewestInstances, instanceTypeOf } from "./instance-count.js";
import { fieldAt, type RuleRequest } from "./rule-request.js";

/** What a request takes of a quota. */
export interface QuotaUse {
  /** As AWS names it: `ml.p3.2xlarge for training job usage`. */
  readonly name: string;
  readonly instanceType: string;
  /** At least. */
  readonly instances: number;
}

/** The quotas of the instances that the request asks for; none while the instances or their market are not known. */
export function quotasOf(request: RuleRequest): readonly string[] {
  const use = quotaUseOf(request);
  return use === undefined || "cannotTell" in use ? [] : [use.name];
}

/** @returns `undefined`: an operation whose instances have no quota of their own, or a request that names no type. */
export function quotaUseOf(request: RuleRequest): QuotaUse | { readonly cannotTell: string } | undefined {
  const { settings, step, operation } = request;
  const kind = kinds.get(step?.operation ?? operation);
  if (kind === undefined || fieldAt(request, settings.instanceType) === undefined) return undefined;
  const instanceType = instanceTypeOf(request);
  if (instanceType === undefined) return { cannotTell: "which instance type the job has" };
  if (!instanceType.startsWith("ml.")) return undefined; // no type of AWS's, which another rule tells

  const instances = settings.instanceCount === undefined ? 1 : fewestInstances(request);
  if (instances === undefined) return { cannotTell: "how many instances the job has" };
  const isSpot = kind === "training job" ? usesSpot(request) : false;
  if (isSpot === undefined) return { cannotTell: "whether the job uses spot instances" };
  return { name: `${instanceType} for ${isSpot ? "spot " : ""}${kind} usage`, instanceType, instances };
}

/** How AWS names what the instances of an operation are for. */
const kinds: ReadonlyMap<string, string> = new Map([
  ["CreateTrainingJob", "training job"],
  ["CreateHyperParameterTuningJob", "training job"],
  ["CreateProcessingJob", "processing job"],
  ["CreateTransformJob", "transform job"],
  ["CreateNotebookInstance", "notebook instance"],
]);

function usesSpot(request: RuleRequest): boolean | undefined {
  const prefix = request.settings.roleArn?.replace(/RoleArn$/, "") ?? "";
  const field = fieldAt(request, `${prefix}EnableManagedSpotTraining`);
  if (field === undefined) return false;
  return field.state === "known" ? field.value === true : undefined;
}
