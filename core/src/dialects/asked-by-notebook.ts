import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import { alternatives, callMethod, callValue } from "../python/call.js";
import type { Context } from "../python/context.js";
import { findMember } from "../python/find-member.js";
import { noArguments, type BoundArguments, type MachineValue, type Site } from "../python/machine.js";
import { callReplaced, replacedMember } from "../python/replaced-members.js";
import { isPipelineSession } from "./pipeline-values.js";

/**
 * The method of a session by which an object asks for its job, and for nothing else.
 *
 * @source sagemaker 2.257.7, `start_new` of each job. SDK v3 asks past its session.
 */
const askedBy: readonly (readonly [base: string, method: string, ofSession: string])[] = [
  ["sagemaker.estimator.EstimatorBase", "fit", "train"],
  ["sagemaker.processing.Processor", "run", "process"],
  ["sagemaker.transformer.Transformer", "transform", "transform"],
  ["sagemaker.tuner.HyperparameterTuner", "fit", "create_tuning_job"],
  ["sagemaker.automl.automl.AutoML", "fit", "auto_ml"],
  ["sagemaker.automl.automlv2.AutoMLV2", "fit", "create_auto_ml_v2"],
];

const session = "sagemaker.session.Session";

/**
 * Where the notebook has written that method of the session anew, what it writes is what happens: nothing, or what it asks
 * the SDK for.
 *
 * @returns Whether it did, for certain: the job is not asked for in the SDK's way.
 */
export function askedByNotebook(
  self: MachineValue,
  type: string,
  method: string,
  site: Site,
  catalog: SdkCatalog,
  context: Context,
): boolean {
  const row = askedBy.find(([base, name]) => name === method && catalog.isA(type, base));
  if (!row) return false;
  const object = context.object(self);
  const given = object?.kind === "instance" ? object.members.get("sagemaker_session") : undefined;
  const own = given && ownMethod(given, row[2], context);
  const written = own ?? replacedMember(session, row[2], context);
  if (!written || isOfPipeline(given, catalog, context)) return false;
  let isCertain = true;
  alternatives(written, context, (one) => {
    if (one.kind === "unknown" || one.kind === "library") {
      isCertain = false;
      return one;
    }
    if (given && own) return callOwn(one, given, row[2], site, context);
    const made =
      given ?? context.allocate({ kind: "instance", type: session, members: new Map(), open: true });
    return callReplaced(one, made, whatSdkGives, site, context);
  });
  return isCertain;
}

/** The settings of the job, by names that are the SDK's own affair. */
const whatSdkGives: BoundArguments = { ...noArguments, openKeywords: true };

/** Of the object, or of its class in the notebook. */
function ownMethod(given: MachineValue, name: string, context: Context): MachineValue | undefined {
  const object = context.object(given);
  if (object?.kind !== "instance") return undefined;
  const assigned = object.members.get(name);
  if (assigned && assigned.kind !== "absent") return assigned;
  if (typeof object.type === "string") return undefined;
  const found = findMember(object.type, name, context);
  return found?.kind === "found" ? found.value : undefined;
}

function callOwn(
  written: MachineValue,
  given: MachineValue,
  name: string,
  site: Site,
  context: Context,
): MachineValue {
  const object = context.object(given);
  const isAssigned = object?.kind === "instance" && object.members.has(name);
  return isAssigned
    ? callValue(written, whatSdkGives, site, context)
    : callMethod(given, name, whatSdkGives, site, context);
}

function isOfPipeline(given: MachineValue | undefined, catalog: SdkCatalog, context: Context): boolean {
  const object = given && context.object(given);
  if (object?.kind !== "instance") return false;
  return typeof object.type === "string" && isPipelineSession(object.type, catalog);
}
