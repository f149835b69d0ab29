import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { lastName } from "../../dotted-path.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { pythonTypeName } from "../../requests/python-text.js";
import type { Refusal } from "../../requests/request.js";
import { launch, type Raising } from "./family.js";
import { isGiven } from "./values.js";

/**
 * A first-party algorithm is told how wide its records are; a tuner gives it the job's name in their place where its
 * inputs are no records.
 *
 * @source sagemaker 2.257.7, tuner.py, _prepare_estimator_for_tuning; amazon/*.py, _prepare_for_training
 */
export function refusedTunedAlgorithm({ look, type, part }: Raising): Refusal | undefined {
  const isAlgorithm = sagemakerSdk.isA(
    type,
    "sagemaker.amazon.amazon_estimator.AmazonAlgorithmEstimatorBase",
  );
  if (part !== "TrainingJobDefinition." || !isAlgorithm || isRecords(look(launch("inputs"))) !== false)
    return undefined;
  const name = lastName(type);
  if (["LDA", "NTM"].includes(name))
    return {
      error: "TypeError",
      message: `${name}._prepare_for_training() missing 1 required positional argument: 'mini_batch_size'`,
    };
  const asked = ["PCA", "LinearLearner"].includes(name) ? "num_records" : "feature_dim";
  const isNamed = isGiven(look(launch("job_name"))) !== false;
  return {
    error: "AttributeError",
    message: `'${isNamed ? "str" : "NoneType"}' object has no attribute '${asked}'`,
  };
}

/** Undefined: not known. */
function isRecords(inputs: Value | undefined): boolean | undefined {
  if (isAbsent(inputs)) return false;
  if (inputs?.kind === "object") return inputs.type.endsWith("RecordSet");
  const plain = inputs && pythonTypeName(inputs);
  return plain === undefined ? undefined : plain === "list";
}
