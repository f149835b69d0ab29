import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { ownDefaults } from "../sdk-defaults/resolve-defaults.js";
import { choosesInstances } from "../sagemaker-v3/model-builder.js";
import { called, launch, object, type Look } from "./family.js";
import { notBuilt, notFitted, notTuned } from "./too-early.js";
import { valueError } from "./value-error.js";
import { isGiven, isTruthy } from "./values.js";

/** Where an endpoint has its model: in its configuration, or as a component that is added to it. */
export type EndpointKind = "model" | "components" | "either";

/** By `endpoint_type`, or by what version 3 is given instead of it. */
export function endpointKind(look: Look): EndpointKind {
  const given = look(launch("inference_config"));
  if (given?.kind === "object" && given.type.endsWith(".ResourceRequirements")) return "components";
  const type = look(launch("endpoint_type"));
  if (isAbsent(type)) return given?.kind === "unknown" || given?.kind === "either" ? "either" : "model";
  const name = type?.kind === "unknown" ? /\.EndpointType\.(\w+)$/.exec(type.path ?? "")?.[1] : undefined;
  if (name === "INFERENCE_COMPONENT_BASED") return "components";
  return name === "MODEL_BASED" ? "model" : "either";
}

/** The endpoint is serverless: it has no volumes to encrypt, whatever the instance type of its model. */
export function isServerless(look: Look): boolean | "maybe" {
  const [own, config] = [launch("serverless_inference_config"), launch("inference_config")].map(look);
  if (config?.kind === "object" && config.type.endsWith(".ServerlessInferenceConfig")) return true;
  const given = isGiven(own);
  return given === false && (config?.kind === "unknown" || config?.kind === "either") ? "maybe" : given;
}

/**
 * What `deploy` of a model raises before it sends anything, in its order.
 *
 * @source sagemaker 2.257.7, model.py, Model.deploy
 */
export function refusedDeploy(look: Look): Refusal | undefined {
  const [role, type, count, update] = [
    object("role"),
    launch("instance_type"),
    launch("initial_instance_count"),
    launch("update_endpoint"),
  ].map(look);
  const configs = ["async_inference_config", "explainer_config", "serverless_inference_config"].map((name) =>
    look(launch(name)),
  );
  const [isAsync, isExplained, serverless] = configs.map(isPlain);
  if (isAbsent(role) && look(object(ownDefaults)) !== undefined)
    return valueError("Role can not be null for deploying a model");
  if (isAsync) return valueError("async_inference_config needs to be a AsyncInferenceConfig object");
  if (isExplained) return valueError("explainer_config needs to be a ExplainerConfig object");
  const isMissing = isTruthy(type) === false || isTruthy(count) === false;
  const isChosen =
    isGiven(look(launch("inference_recommendation_id"))) !== false ||
    !isAbsent(look(called("right_size"))) ||
    isTruthy(look(object(choosesInstances))) === true;
  if (isMissing && !isChosen && isGiven(configs[2]) === false)
    return valueError("Must specify instance type and instance count unless using serverless inference");
  if (serverless)
    return valueError("serverless_inference_config needs to be a ServerlessInferenceConfig object");
  return endpointKind(look) === "components" && isTruthy(update) === true
    ? valueError("Currently update_endpoint is supported for single model endpoints")
    : undefined;
}

/**
 * The same of an estimator, which has a role.
 *
 * @source sagemaker 2.257.7, estimator.py, EstimatorBase.deploy
 */
export function refusedDeployOfEstimator(look: Look): Refusal | undefined {
  return notFitted(look) ?? refusedEndpointOfEstimator(look);
}

/** The same of a tuner, whose best estimator is fitted. */
export function refusedDeployOfTuner(look: Look): Refusal | undefined {
  return notTuned(look) ?? refusedEndpointOfEstimator(look);
}

function refusedEndpointOfEstimator(look: Look): Refusal | undefined {
  // It hands them to the constructor of the model
  const name = onlyOfModels.find((one) => {
    const given = look(launch(one));
    // A member of EndpointType is not followed
    const isMember = given?.kind === "unknown" && given.path !== undefined;
    return isMember || given?.kind === "constant" || isGiven(given) === true;
  });
  if (name !== undefined)
    return {
      error: "TypeError",
      message: `Model.__init__() got an unexpected keyword argument '${name}'`,
    };
  return refusedDeploy((source) => (source.of === "object" ? known : look(source)));
}

/** What `Model.deploy` takes and its constructor does not, nor the `deploy` of estimators. */
const onlyOfModels = [
  "update_endpoint",
  "endpoint_type",
  "inference_component_name",
  "managed_instance_scaling",
  "inference_ami_version",
  "routing_config",
  "endpoint_logging",
  "accept_eula",
];

const known: Value = { kind: "unknown", why: "it is given" };

/**
 * What `deploy` of a ModelBuilder raises: what it hands on, the method that updates an endpoint does not take.
 *
 * @source sagemaker 3.27.0, serve/model_builder.py, deploy, _deploy_core_endpoint
 */
export function refusedDeployOfBuilder(look: Look): Refusal | undefined {
  const early = notBuilt(look);
  if (early) return early;
  const isUpdate = isTruthy(look(launch("update_endpoint"))) === true;
  const kind = endpointKind(look);
  const isPlain = [object("model"), launch("inference_config"), launch("update_endpoint")].every((one) =>
    isAbsent(look(one)),
  );
  const count = look({ ...launch("initial_instance_count"), evenNone: true });
  if (isPlain && count !== undefined && isTruthy(count) === false)
    return valueError("Must specify instance type and instance count unless using serverless inference");
  if (kind === "model" && isUpdate)
    return {
      error: "TypeError",
      message: "Session.create_endpoint_config() got an unexpected keyword argument 'model_name'",
    };
  if (isAbsent(look(object("model"))) && isNoInferenceConfig(look(launch("inference_config"))))
    return valueError("Deployment Options not supported");
  return kind === "components" && isUpdate
    ? valueError("update_endpoint is not supported for inference component deployments")
    : undefined;
}

/** What `deploy` of a ModelBuilder looks for among its inference configurations, and finds to be none of them. */
function isNoInferenceConfig(given: Value | undefined): boolean {
  return given?.kind === "object"
    ? !inferenceConfigs.has(given.type)
    : isPlain(given) && isTruthy(given) === true;
}

const inferenceConfigs: ReadonlySet<string> = new Set([
  "sagemaker.core.inference_config.AsyncInferenceConfig",
  "sagemaker.core.inference_config.ServerlessInferenceConfig",
  "sagemaker.core.resource_requirements.ResourceRequirements",
  "sagemaker.serve.batch_inference.batch_transform_inference_config.BatchTransformInferenceConfig",
]);

/** A component of a ModelBuilder's needs to be given a name. The endpoint is there by then. */
export function refusedComponentOfBuilder(look: Look): Refusal | undefined {
  const names = [launch("inference_component_name"), object("inference_component_name")].map(look);
  return names.every(isAbsent)
    ? {
        error: "AttributeError",
        message: "'ModelBuilder' object has no attribute 'inference_component_name'",
      }
    : undefined;
}

/** A component needs to be given what it may use. The endpoint and the model are there by then. */
export function refusedComponent(look: Look): Refusal | undefined {
  return isAbsent(look(launch("resources")))
    ? {
        error: "AttributeError",
        message: "'NoneType' object has no attribute 'get_compute_resource_requirements'",
      }
    : undefined;
}

/** A dict or a text, where an object of the SDK belongs. */
function isPlain(value: Value | undefined): boolean {
  return value?.kind === "dict" || (value?.kind === "constant" && value.data !== null);
}
