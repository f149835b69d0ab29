import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { isTruthy } from "../sagemaker-v2/values.js";
import { attributeAt } from "./read-attributes.js";

/*
 * What a ModelTrainer refuses of its arguments, and what its launch does.
 *
 * @source sagemaker 3.27.0, train/model_trainer.py
 */

type Given = ReadonlyMap<string, Value>;

/** Code of which the script, but not the folder is given: `_validate_source_code`. */
export function refusedCode(given: Given): Refusal | undefined {
  const code = given.get("source_code");
  const source = code?.kind === "object" && code.open !== true ? code : undefined;
  const has = (name: string) => isTruthy(attributeAt(source, [name]));
  if (source && has("source_dir") === false && (has("requirements") === true || has("entry_script") === true))
    return validation(
      "Value error, If 'requirements' or 'entry_script' is provided in 'source_code', 'source_dir' must also be provided.",
    );
  return undefined;
}

/** `train(input_data_config={"train": …})`: version 2's `fit` takes dicts. */
export function refusedInputs(given: Given): Refusal | undefined {
  const inputs = given.get("input_data_config");
  const isOther =
    inputs?.kind === "dict" ||
    inputs?.kind === "object" ||
    (inputs?.kind === "constant" && inputs.data !== null);
  return isOther ? validation("input_data_config: Input should be a valid list") : undefined;
}

/** The constructor fills its output in; what is assigned afterwards is sent as it is. */
export function refusedOutput(root: Value | undefined): Refusal | undefined {
  const output = attributeAt(root, ["output_data_config"]);
  if (root?.kind === "object" && root.open !== true && isAbsent(output))
    return validation(
      "output_data_config: Input should be a valid dictionary or instance of OutputDataConfig",
    );
  const isWhole = output?.kind !== "object" || output.open === true;
  if (isWhole || !isAbsent(attributeAt(output, ["s3_output_path"]))) return undefined;
  return {
    error: "ParamValidationError",
    message: 'Parameter validation failed:\nMissing required parameter in OutputDataConfig: "S3OutputPath"',
  };
}

function validation(message: string): Refusal {
  return { error: "ValidationError", message };
}
