import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { ownDefaults } from "../sdk-defaults/resolve-defaults.js";
import { called, launch, object, type Raising } from "./family.js";
import { withoutImage } from "./refusals.js";
import { valueError } from "./value-error.js";
import { isGiven, valueAt } from "./values.js";

/*
 * What methods of models raise before CreateModel is sent. `deploy` looks for a session first, and for the role;
 * `create` and `transformer` use what is there, and a pipeline of models its models as they are.
 *
 * @source sagemaker 2.257.7, model.py, _create_sagemaker_model; pipeline.py; session.py, expand_role;
 * prepare_container_def of each framework's model
 */

export function refusedModel(raising: Raising): Refusal | undefined {
  const { look, method, fields } = raising;
  const refused = refusedMethod(raising);
  if (refused) return refused;
  if (method === "right_size") return refusedRightSizing(raising);
  const ofRole = refusedEmptyRole(look(object("role")));
  if (ofRole) return ofRole;
  const ofImage = refusedWithoutImage(raising);
  if (ofImage) return ofImage;
  const ofNetwork = refusedNetwork(look(object("vpc_config")));
  if (ofNetwork) return ofNetwork;
  const models = modelsOf(raising);
  if (method !== "create" && method !== "transformer" && !(models && method === "deploy")) return undefined;
  const ofContainers = models
    ? refusedContainers(models, raising)
    : method === "create"
      ? refusedCreate(raising)
      : undefined;
  if (ofContainers) return ofContainers;
  const isNoRole = !fields.has("ExecutionRoleArn") && isAbsent(look(object("role")));
  return isNoRole && isMade(look)
    ? { error: "TypeError", message: "argument of type 'NoneType' is not iterable" }
    : undefined;
}

/** What processors take: of a model's request the SDK writes it into its log as JSON. */
function refusedNetwork(network: Value | undefined): Refusal | undefined {
  return network?.kind === "object" && network.type.endsWith(".NetworkConfig")
    ? { error: "TypeError", message: "Object of type NetworkConfig is not JSON serializable" }
    : undefined;
}

/**
 * Where a model's code goes is named after its image; frameworks take an image of their own. A pipeline's definition asks
 * for that, too.
 */
export function refusedWithoutImage(raising: Raising): Refusal | undefined {
  const { look, type, method } = raising;
  const choosing = called(...choosingImage.filter((other) => other !== method));
  const isLeft = !isAbsent(look(object("image_uri"))) || !isAbsent(look(choosing));
  if (type === plainModel && isMade(look) && !isLeft) return withoutImage;
  const isWithout = listed(modelsOf(raising)).some(
    (one) =>
      one.kind === "object" &&
      one.type === plainModel &&
      one.open !== true &&
      one.members.has(ownDefaults) &&
      isAbsent(valueAt(one, ["image_uri"])) &&
      raising.called(one, choosingImage) === false,
  );
  return isWithout ? withoutImage : undefined;
}

const plainModel = "sagemaker.model.Model";

/** What a model of models is made of; undefined: it is another one. */
function modelsOf({ look, type }: Raising): Value | undefined {
  if (sagemakerSdk.isA(type, "sagemaker.pipeline.PipelineModel"))
    return look(object("models")) ?? { kind: "absent" };
  return sagemakerSdk.isA(type, "sagemaker.multidatamodel.MultiDataModel")
    ? (look(object("model")) ?? { kind: "absent" })
    : undefined;
}

function listed(models: Value | undefined): readonly Value[] {
  return models?.kind === "list" ? models.items : models ? [models] : [];
}

/** By its constructor, not by a method of another object, which gives it all that it needs. */
function isMade(look: Raising["look"]): boolean {
  return look(object(ownDefaults)) !== undefined;
}

/** They may leave the model an image that it was not made with. */
const choosingImage = ["compile", "register", "optimize"];

/** What is no ARN is the name of a role, which is looked up. */
function refusedEmptyRole(role: Value | undefined): Refusal | undefined {
  return role?.kind === "constant" && role.data === ""
    ? {
        error: "ParamValidationError",
        message:
          "Parameter validation failed:\nInvalid length for parameter RoleName, value: 0, valid min length: 1",
        ofEarlierRequest: true,
      }
    : undefined;
}

/**
 * Models of no framework look for no session here.
 *
 * @source sagemaker 2.257.7, model.py and pipeline.py, register
 */
export function refusedRegistering({ look, type }: Raising): Refusal | undefined {
  // What other objects make has no such argument, and their session
  const made = type === "sagemaker.pipeline.PipelineModel" ? "models" : "image_uri";
  const isPlain = plainModels.has(type) || made === "models";
  const isMissing =
    isGiven(look(object(made))) === true &&
    isAbsent(look(object("sagemaker_session"))) &&
    isAbsent(look(called("deploy", "right_size", "transformer", "create")));
  if (!isPlain || !isMissing) return undefined;
  const ofCode = plainModels.has(type) ? withoutSession(type, (name) => look(object(name))) : undefined;
  return (
    ofCode ?? {
      error: "AttributeError",
      message: "'NoneType' object has no attribute 'create_model_package_from_containers'",
    }
  );
}

/** `model.compile(…)` */
export function refusedCompilation(raising: Raising): Refusal | undefined {
  const refused = refusedMethod(raising);
  if (refused) return refused;
  return isAbsent(raising.look(launch("job_name")))
    ? valueError("You must provide a compilation job name")
    : undefined;
}

/**
 * Methods that the class has only to say that it does not.
 *
 * @source sagemaker 2.257.7, djl_inference/model.py
 */
export function refusedMethod({ type, method }: Pick<Raising, "type" | "method">): Refusal | undefined {
  const message = sagemakerSdk.isA(type, djl) ? notOfDjl.get(method) : undefined;
  return message === undefined ? undefined : { error: "NotImplementedError", message };
}

const djl = "sagemaker.djl_inference.model.DJLModel";

const notOfDjl: ReadonlyMap<string, string> = new Map([
  ["package_for_edge", "DJLModels do not support Sagemaker Edge"],
  ["compile", "DJLModels do not currently support compilation with SageMaker Neo"],
  ["transformer", "DJLModels do not currently support Batch Transform inference jobs"],
  ["right_size", "DJLModels do not currently support Inference Recommendation Jobs"],
]);

/** The image of a framework's model depends on the instance and on the session's region. */
function refusedCreate({ look, type }: Raising): Refusal | undefined {
  const isImageMissing = isAbsent(look(object("image_uri")));
  const isInstanceMissing = ["instance_type", "serverless_inference_config"].every((name) =>
    isAbsent(look(launch(name))),
  );
  if (isImageMissing && isInstanceMissing && frameworkOf(type)?.dependsOnInstance === true)
    return imageUnknown;
  return isAbsent(look(object("sagemaker_session"))) && isAbsent(look(called(...makingSession)))
    ? withoutSession(type, (name) => look(object(name)))
    : undefined;
}

/** It has no instance type to choose an image by. */
function refusedRightSizing({ look, type }: Raising): Refusal | undefined {
  return frameworkOf(type)?.dependsOnInstance === true && isAbsent(look(object("image_uri")))
    ? imageUnknown
    : undefined;
}

/** The session of the pipeline is not its models'. */
function refusedContainers(models: Value | undefined, { called }: Raising): Refusal | undefined {
  for (const one of listed(models)) {
    if (one.kind !== "object" || one.open === true) continue;
    const isWithout = isAbsent(valueAt(one, ["sagemaker_session"])) && called(one, makingSession) === false;
    const refused = isWithout ? withoutSession(one.type, (name) => valueAt(one, [name])) : undefined;
    if (refused) return refused;
  }
  return undefined;
}

/** A model that has no session makes one in these methods, and keeps it. */
const makingSession = ["deploy", "register", "right_size", "transformer"];

const imageUnknown = valueError(
  "Must supply either an instance type (for choosing CPU vs GPU) or an image URI.",
);

interface Framework {
  readonly path: string;
  readonly dependsOnInstance: boolean;
  /** What it reads of a session that is not there; undefined: it has one by then. */
  readonly asks: string | undefined;
  /** The same where its image is given: its code has to be put somewhere. */
  readonly asksWithImage: string | undefined;
}

const frameworks: readonly Framework[] = (
  [
    ["pytorch.model.PyTorchModel", true, "boto_session", "config"],
    ["huggingface.model.HuggingFaceModel", true, undefined, undefined],
    ["mxnet.model.MXNetModel", true, "boto_session", "config"],
    ["chainer.model.ChainerModel", true, "boto_session", "config"],
    ["tensorflow.model.TensorFlowModel", true, "boto_region_name", "default_bucket"],
    ["sklearn.model.SKLearnModel", false, "boto_region_name", "config"],
    ["xgboost.model.XGBoostModel", false, "boto_region_name", "config"],
  ] as const
).map(([name, dependsOnInstance, asks, asksWithImage]) => ({
  path: `sagemaker.${name}`,
  dependsOnInstance,
  asks,
  asksWithImage,
}));

/** They take an image of their own where they are given none. */
export const frameworkModels: readonly string[] = frameworks.map(({ path }) => path);

function frameworkOf(type: string): Framework | undefined {
  return frameworks.find(({ path }) => sagemakerSdk.isA(type, path));
}

/** Of no framework: those that have code of their own. */
const plainModels: ReadonlySet<string> = new Set([plainModel, "sagemaker.model.FrameworkModel"]);

function withoutSession(
  type: string,
  valueOf: (attribute: string) => Value | undefined,
): Refusal | undefined {
  const framework = frameworkOf(type);
  const hasCode = plainModels.has(type) && isGiven(valueOf("entry_point")) === true;
  const asks = framework
    ? isAbsent(valueOf("image_uri"))
      ? framework.asks
      : framework.asksWithImage
    : hasCode
      ? "config"
      : undefined;
  return asks === undefined
    ? undefined
    : { error: "AttributeError", message: `'NoneType' object has no attribute '${asks}'` };
}
