import type { Value } from "../../python/value.js";
import type { Refusal } from "../../requests/request.js";
import { object, type Sending } from "./family.js";
import { isGiven } from "./values.js";

/*
 * What needs a session, and makes none where it was given none: `deploy()` of a model makes one, what others do with a
 * model does not. Each row was seen with SDK 2.257.7 (test/sdk).
 */

/** They ask the session for the region of their image, or give it their code. */
const alwaysAsking: ReadonlySet<string> = new Set([
  "sagemaker.chainer.model.ChainerModel",
  "sagemaker.mxnet.model.MXNetModel",
  "sagemaker.pytorch.model.PyTorchModel",
  "sagemaker.sklearn.model.SKLearnModel",
  "sagemaker.tensorflow.model.TensorFlowModel",
  "sagemaker.xgboost.model.XGBoostModel",
]);

const withCode: ReadonlySet<string> = new Set(["sagemaker.model.Model", "sagemaker.model.FrameworkModel"]);

const registering: ReadonlySet<string> = new Set([
  "sagemaker.model.Model",
  "sagemaker.pipeline.PipelineModel",
  "sagemaker.sparkml.model.SparkMLModel",
]);

/** `PipelineModel(models=[…])`, `MultiDataModel(model=…)`: neither hands its session on. */
export function refusedParts(parameter: string): NonNullable<Sending["raises"]> {
  return (look) => {
    const value = look(object(parameter));
    const models = value?.kind === "list" || value?.kind === "tuple" ? value.items : [value];
    return models.some(asksForSession) ? withoutSession : undefined;
  };
}

/** `model.create(…)` */
export const refusedCreation: NonNullable<Sending["raises"]> = (look, _part, type) =>
  isGiven(look(object("sagemaker_session"))) === false && asks(type, look(object("entry_point")))
    ? withoutSession
    : undefined;

/** `register(…)` of a model that is no framework's, and of several. */
export const refusedRegistration: NonNullable<Sending["raises"]> = (look, _part, type) =>
  isGiven(look(object("sagemaker_session"))) === false && registering.has(type) ? withoutSession : undefined;

export const refusedWithoutSession: NonNullable<Sending["raises"]> = (look) =>
  isGiven(look(object("sagemaker_session"))) === false ? withoutSession : undefined;

function asksForSession(model: Value | undefined): boolean {
  if (model?.kind !== "object" || model.open) return false;
  const { type, members } = model;
  return isGiven(members.get("sagemaker_session")) === false && asks(type, members.get("entry_point"));
}

function asks(type: string, entryPoint: Value | undefined): boolean {
  return alwaysAsking.has(type) || (withCode.has(type) && isGiven(entryPoint) === true);
}

const withoutSession: Refusal = {
  error: "AttributeError",
  message: "a sagemaker_session is needed, and there is none",
};
