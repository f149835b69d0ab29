import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { isPipelineSession } from "../pipeline-values.js";
import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { called, calledOnMaker, launch, object, type Look, type Raising } from "./family.js";
import { refusedVpcConfig } from "./half-vpc.js";
import { valueError } from "./value-error.js";
import { isGiven } from "./values.js";

/*
 * What methods raise that come before the one whose result they need. That one counts wherever in
 * the notebook it is called: cells are not always run in their order.
 */

/** @source sagemaker 2.257.7, estimator.py, _ensure_latest_training_job */
export function notFitted(look: Look): Refusal | undefined {
  return isMissing(look, "latest_training_job", "fit")
    ? valueError("Estimator is not associated with a training job")
    : undefined;
}

/** @source sagemaker 2.257.7, algorithm.py, transformer */
export function algorithmNotFitted(look: Look): Refusal | undefined {
  return notFitted(look)
    ? { error: "RuntimeError", message: "No finished training job found associated with this estimator" }
    : undefined;
}

/** @source sagemaker 2.257.7, tuner.py, best_training_job */
export function notTuned(look: Look): Refusal | undefined {
  return isMissing(look, "latest_tuning_job", "fit") ? valueError("No tuning job available") : undefined;
}

/** @source sagemaker 2.257.7, model.py, package_for_edge */
export function notCompiled({ look }: Pick<Raising, "look">): Refusal | undefined {
  return isMissing(look, "_compilation_job_name", "compile")
    ? valueError("You must first compile this model")
    : undefined;
}

/** @source sagemaker 2.257.7, serve/builder/model_builder.py, and 3.27.0, serve/model_builder.py, deploy */
export function notBuilt(look: Look): Refusal | undefined {
  return isMissing(look, "built_model", "build", "optimize", "generate_deployment_recommendations")
    ? valueError("Model needs to be built before deploying")
    : undefined;
}

/** @source sagemaker 3.27.0, serve/model_builder.py, transformer */
export function notBuiltBefore(look: Look): Refusal | undefined {
  return isAbsent(look(calledOnMaker("build", "optimize", "generate_deployment_recommendations")))
    ? valueError("Must call build() before creating transformer")
    : undefined;
}

/**
 * The best candidate is asked for by the name of the job that there is none of.
 *
 * @source sagemaker 2.257.7, automl/automl.py and automlv2.py, best_candidate
 */
export function notSearched(look: Look): Refusal | undefined {
  const isCandidateGiven = isGiven(look(launch("candidate"))) !== false;
  return !isCandidateGiven &&
    isMissing(look, "current_job_name", "fit", "best_candidate", "describe_auto_ml_job")
    ? {
        error: "ParamValidationError",
        message:
          "Parameter validation failed:\nInvalid type for parameter AutoMLJobName, value: None, type: <class 'NoneType'>, valid types: <class 'str'>",
        ofEarlierRequest: true,
      }
    : undefined;
}

/**
 * The model of an estimator has the artifacts of its job. Under a PipelineSession these are known only later.
 *
 * @source sagemaker 2.257.7, estimator.py, model_data; vpc_utils.py, sanitize
 */
export function refusedModelOfEstimator(look: Look): Refusal | undefined {
  const ofNetwork = refusedVpcConfig(look(launch("vpc_config_override")));
  if (ofNetwork) return ofNetwork;
  const session = look(object("sagemaker_session"));
  const isLater =
    !isAbsent(session) && (session?.kind !== "object" || isPipelineSession(session.type, sagemakerSdk));
  const isNamed = !isAbsent(look(object("_current_job_name")));
  return isLater || isNamed || !isMissing(look, "latest_training_job", "fit")
    ? undefined
    : {
        error: "TypeError",
        message: "join() argument must be str, bytes, or os.PathLike object, not 'NoneType'",
      };
}

/** `estimator.register(…)`: which error it is depends on the estimator's name. */
export function refusedRegistration({ look }: Pick<Raising, "look">): Refusal | undefined {
  return isGiven(look(launch("compile_model_family"))) === false ? refusedModelOfEstimator(look) : undefined;
}

/** Neither does a method leave it nor does the notebook set it. */
function isMissing(look: Look, attribute: string, ...methods: readonly string[]): boolean {
  return isAbsent(look(called(...methods))) && isAbsent(look(object(attribute)));
}
