import { launch, object, type Sending } from "./family.js";
import { isGiven } from "./values.js";

/*
 * What methods of models raise before they send anything, but for `deploy`. Each row was seen with SDK 2.257.7 (test/sdk).
 */

/** `model.compile(…)` */
export const refusedCompilation: NonNullable<Sending["raises"]> = (look) =>
  isGiven(look(launch("job_name"))) === false
    ? { error: "ValueError", message: "You must provide a compilation job name" }
    : undefined;

/** Their image depends on an instance type, of which `right_size` has none to tell. */
const byInstance: ReadonlySet<string> = new Set([
  "sagemaker.huggingface.model.HuggingFaceModel",
  "sagemaker.mxnet.model.MXNetModel",
  "sagemaker.pytorch.model.PyTorchModel",
  "sagemaker.tensorflow.model.TensorFlowModel",
]);

/** `model.right_size(…)` */
export const refusedRightSizing: NonNullable<Sending["raises"]> = (look, _part, type) =>
  byInstance.has(type) && isGiven(look(object("image_uri"))) === false
    ? {
        error: "ValueError",
        message: "Must supply either an instance type (for choosing CPU vs GPU) or an image URI.",
      }
    : undefined;
