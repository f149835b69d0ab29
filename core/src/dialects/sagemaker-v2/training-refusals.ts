import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { lastName } from "../../dotted-path.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { pythonTypeName } from "../../requests/python-text.js";
import type { Refusal } from "../../requests/request.js";
import { overriding } from "../tuned-estimator.js";
import { launch, object, type Look, type Raising } from "./family.js";
import { refusedTunedAlgorithm } from "./record-refusals.js";
import { isNone, refusedImage, withoutImage } from "./refusals.js";
import { valueError } from "./value-error.js";
import { isGiven, isTruthy, valueAt } from "./values.js";

/*
 * What estimators and tuners raise once they are to train, before anything is sent.
 *
 * @source sagemaker 2.257.7, estimator.py, _prepare_for_training; job.py, _prepare_resource_config
 */

export function refusedFit(raising: Raising): Refusal | undefined {
  return (
    refusedInputs(raising.look(launch("inputs"))) ??
    (needsImage(raising) ? refusedImage(raising, imageRequired) : undefined) ??
    refusedPython(raising) ??
    refusedTraining(raising)
  );
}

/**
 * Channels in the API's shape, and not as objects of the SDK.
 *
 * @source sagemaker 2.257.7, job.py, _format_inputs_to_input_config, _format_string_uri_input
 */
function refusedInputs(inputs: Value | undefined): Refusal | undefined {
  if (inputs?.kind === "list")
    return inputs.items.some((one) => pythonTypeName(one) !== undefined)
      ? valueError("List compatible only with RecordSets or FileSystemRecordSets.")
      : undefined;
  const channels = inputs?.kind === "dict" ? [...inputs.entries.values()] : [];
  return channels.some(({ kind }) => kind === "dict" || kind === "list")
    ? valueError("Cannot format input. Expecting one of str, TrainingInput, file_input or FileSystemInput")
    : undefined;
}

/** Other classes choose an image of their own. */
function needsImage({ type }: Raising): boolean {
  return (
    sagemakerSdk.isA(type, "sagemaker.estimator.Estimator") &&
    !sagemakerSdk.isA(type, "sagemaker.jumpstart.estimator.JumpStartEstimator")
  );
}

const imageRequired = valueError("either image_uri or algorithm_arn is required. None was provided.");

function refusedTraining(raising: Raising): Refusal | undefined {
  return refusedSource(raising) ?? refusedInstances(raising);
}

/**
 * Of several estimators each says by its name whether its class is told.
 *
 * @source sagemaker 2.257.7, tuner.py, _fit_with_estimator_dict
 */
export function refusedTuning(raising: Raising): Refusal | undefined {
  const { look, part, sender } = raising;
  const ranges = valueAt(sender, ["hyperparameter_ranges"]);
  const isEmpty = ranges?.kind === "dict" && ranges.entries.size === 0 && !ranges.open;
  const isTold = sender.kind === "object" && sender.members.has("hyperparameter_ranges");
  if (isTold && (isEmpty || isNone(ranges)) && isTruthy(valueAt(sender, ["autotune"])) === false)
    return valueError("Need to specify hyperparameter ranges or set autotune=True.");
  const ofInstances = refusedOverride(valueAt(sender, [overriding.one]));
  if (ofInstances && part === "TrainingJobDefinition." && !refusedTraining(raising)) return ofInstances;
  const isNamed = !isAbsent(valueAt(sender, ["base_tuning_job_name"])) || !isAbsent(look(launch("job_name")));
  if (needsImage(raising) && isNone(look(object("image_uri"))) && !isNamed) return withoutImage;
  return (
    (part.startsWith("TrainingJobDefinitions[") ? refusedByName(look) : undefined) ??
    refusedTunedAlgorithm(raising) ??
    refusedTraining(raising)
  );
}

/** What is for each of several estimators; whether a class is told is False where it is not said. */
function refusedByName(look: Look): Refusal | undefined {
  for (const name of ["inputs", "include_cls_metadata", "estimator_kwargs"]) {
    const given = look({ ...launch(name), evenNone: true });
    const isFlag = name === "include_cls_metadata" && given === undefined;
    const plain = isAbsent(given) ? undefined : given && pythonTypeName(given);
    if (isFlag || (plain !== undefined && plain !== "dict") || given?.kind === "object")
      return valueError(`Argument '${name}' must be a dictionary using the names of the estimators as keys`);
  }
  return undefined;
}

/** `override_resource_config` takes what it is given. */
function refusedOverride(instances: Value | undefined): Refusal | undefined {
  if (instances?.kind === "object") {
    const name = lastName(instances.type);
    return { error: "TypeError", message: `'${name}' object is not iterable` };
  }
  return instances?.kind === "list" && instances.items.length === 0 && !instances.open
    ? {
        error: "ParamValidationError",
        message:
          "Parameter validation failed:\nInvalid length for parameter TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceConfigs, value: 0, valid min length: 1",
      }
    : undefined;
}

/** The image is chosen by the Python, of which there is none by that name. */
function refusedPython({ look, type }: Raising): Refusal | undefined {
  return sagemakerSdk.isA(type, framework) &&
    isAbsent(look(object("image_uri"))) &&
    textOf(look(object("py_version"))) === ""
    ? valueError("Unsupported Python version: .")
    : undefined;
}

/**
 * A folder of code is searched for the file that starts it; only the constructors of frameworks ask for that. They put
 * the code into the bucket, from a folder that there has to be.
 */
function refusedSource({ look, type }: Raising): Refusal | undefined {
  if (isGiven(look(object("git_config"))) !== false) return undefined;
  const source = textOf(look(object("source_dir")));
  const hasCode = [object("entry_point"), object("source_dir")].some((one) => isTruthy(look(one)) === true);
  if (hasCode && textOf(look(object("code_location"))) === "")
    return valueError("Expecting 's3' scheme, got:  in .");
  if (sagemakerSdk.isA(type, framework)) {
    // The folder is that of the file then
    const script = textOf(look(object("entry_point")));
    return source === "" && script?.includes("/") === false
      ? { error: "FileNotFoundError", message: "[Errno 2] No such file or directory: ''" }
      : undefined;
  }
  const isFolder = source !== undefined && source !== "" && !source.toLowerCase().startsWith("s3://");
  return isFolder && isAbsent(look(object("entry_point")))
    ? {
        error: "TypeError",
        message: "join() argument must be str, bytes, or os.PathLike object, not 'NoneType'",
      }
    : undefined;
}

/** Groups have instances of their own; without them both count and type are needed. */
function refusedInstances({ look, type }: Raising): Refusal | undefined {
  const [groups, count, instance] = ["instance_groups", "instance_count", "instance_type"].map((name) =>
    isGiven(look(object(name))),
  );
  if (groups === true)
    return count === true || instance === true
      ? valueError("instance_count and instance_type cannot be set when instance_groups is set")
      : undefined;
  const fillsIn = choosing.some((base) => sagemakerSdk.isA(type, base));
  if (groups !== false || fillsIn || isGiven(look(object("training_recipe"))) !== false) return undefined;
  if (instance === false && sagemakerSdk.isA(type, framework))
    return valueError(
      "instance_groups must be set if instance_type is not set and instance_groups must be a list.",
    );
  const isOneAlways = sagemakerSdk.classOf(type)?.sets.has("instance_count") === true;
  return instance === false || (count === false && !isOneAlways)
    ? valueError("instance_count and instance_type must be set if instance_groups is not set")
    : undefined;
}

const framework = "sagemaker.estimator.Framework";

/** They look up what they are not given, or what they may be given. */
const choosing = [
  "sagemaker.jumpstart.estimator.JumpStartEstimator",
  "sagemaker.algorithm.AlgorithmEstimator",
];

function textOf(value: Value | undefined): string | undefined {
  return value?.kind === "constant" && typeof value.data === "string" ? value.data : undefined;
}
