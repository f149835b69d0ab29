import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { object, type Raising } from "./family.js";

/*
 * What needs a session that it was given, and makes none. Each row was seen with SDK 2.257.7 (test/sdk).
 */

/** Models of frameworks have a session by then, one way or the other. */
const registering: ReadonlySet<string> = new Set([
  "sagemaker.model.Model",
  "sagemaker.pipeline.PipelineModel",
  "sagemaker.sparkml.model.SparkMLModel",
]);

/** `model.register(…)` */
export function refusedRegistration({ look, type }: Raising): Refusal | undefined {
  return registering.has(type) && isAbsent(look(object("sagemaker_session")))
    ? withoutSession("create_model_package_from_containers")
    : undefined;
}

/** The constructor of a Clarify processor asks it for the region of the image. */
export function refusedClarify({ look }: Raising): Refusal | undefined {
  return isAbsent(look(object("sagemaker_session"))) ? withoutSession("boto_region_name") : undefined;
}

function withoutSession(attribute: string): Refusal {
  return { error: "AttributeError", message: `'NoneType' object has no attribute '${attribute}'` };
}
