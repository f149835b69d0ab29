import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { launch } from "../sagemaker-v2/family.js";
import { isGiven, valueAt } from "../sagemaker-v2/values.js";
import {
  beginning,
  constant,
  eachOf,
  isPipelineVariable,
  listOf,
  structure,
  unknown,
  unlessEmpty,
  whyOf,
  type Made,
  type Shape,
} from "./structure.js";

/*
 * The inputs and outputs of a processing job, as `run` makes them of what it is given.
 *
 * @source sagemaker 2.257.7, processing.py; 3.27.0, sagemaker/core/processing.py
 */

/** Arguments of `run` by which the SDK adds inputs of its own. */
const codes = ["code", "submit_app", "submit_jars", "submit_py_files", "submit_files", "configuration"];

/** What is local is uploaded below the session's default bucket. */
export const processingInputs: Shape = (inputs, made) => {
  const added = codes.some((name) => isGiven(made.look(launch(name))) !== false);
  const own = listOf(inputs, (one, index) => inputOf(one, index, made));
  if (!added) return unlessEmpty(own);
  const code = unknown("the SDK adds the code");
  if (own === undefined) return { kind: "list", items: [], open: true };
  return own.kind === "list"
    ? { ...own, items: own.open ? own.items : [...own.items, code], open: true }
    : own;
};

export const processingOutputs: Shape = (outputs, made) => {
  const added = isGiven(made.look(launch("spark_event_logs_s3_uri"))) !== false;
  const own = listOf(outputs, (one, index) => outputOf(one, index, made));
  if (added) return own?.kind === "list" ? { ...own, open: true } : { kind: "list", items: [], open: true };
  return unlessEmpty(own);
};

function isOf(value: Value, name: string): boolean {
  if (value.kind !== "object") return false;
  return [
    `sagemaker.processing.${name}`,
    `sagemaker.core.processing.${name}`,
    `sagemaker.core.shapes.shapes.${name}`,
  ].some((path) => sagemakerSdk.isA(value.type, path));
}

function inputOf(input: Value, index: number, made: Made): Value {
  if (!isOf(input, "ProcessingInput")) return unknown(whyOf(input), input.span);
  const given = (name: string) => valueAt(input, [name]);
  const orElse = (name: string, fallback: string | boolean) => {
    const value = given(name);
    return value && !isAbsent(value) ? value : constant(fallback);
  };
  const [source, destination] = [given("source"), given("destination")];
  const own = ["s3_input", "dataset_definition"].map(given);
  const isPlain = own.every((one) => isGiven(one) === false);
  const isWhole = source && destination && isGiven(source) === true && isGiven(destination) === true;
  const s3Input = !isPlain
    ? own.map((one) => (one && !isAbsent(one) ? unknown(whyOf(one), one.span) : undefined))[0]
    : isWhole
      ? structure(
          [
            ["S3Uri", placeOf(source, made)],
            ["LocalPath", destination],
            ["S3DataType", orElse("s3_data_type", "S3Prefix")],
            ["S3InputMode", orElse("s3_input_mode", "File")],
            ["S3DataDistributionType", orElse("s3_data_distribution_type", "FullyReplicated")],
            ["S3CompressionType", orElse("s3_compression_type", "None")],
          ],
          input.span,
        )
      : unknown("it is not known whole");
  return structure(
    [
      ["InputName", orElse("input_name", `input-${index + 1}`)],
      ["AppManaged", orElse("app_managed", false)],
      ["S3Input", s3Input],
    ],
    input.span,
    !isPlain,
  );
}

function outputOf(output: Value, index: number, made: Made): Value {
  if (!isOf(output, "ProcessingOutput")) return unknown(whyOf(output), output.span);
  const given = (name: string) => valueAt(output, [name]);
  const orElse = (name: string, fallback: string | boolean) => {
    const value = given(name);
    return value && !isAbsent(value) ? value : constant(fallback);
  };
  const [source, store] = [given("source"), given("feature_store_output")];
  const s3Output = structure(
    [
      ["S3Uri", placeOf(given("destination"), made)],
      ["LocalPath", source],
      ["S3UploadMode", orElse("s3_upload_mode", "EndOfJob")],
    ],
    output.span,
  );
  return structure(
    [
      ["OutputName", orElse("output_name", `output-${index + 1}`)],
      ["AppManaged", orElse("app_managed", false)],
      ["S3Output", isGiven(source) === false ? undefined : s3Output],
      ["FeatureStoreOutput", store && !isAbsent(store) ? unknown(whyOf(store), store.span) : undefined],
    ],
    output.span,
  );
}

/** The place itself where it is one in S3; what is none, or is left out, is below the default bucket. */
function placeOf(given: Value | undefined, made: Made): Value {
  if (given === undefined || isAbsent(given)) return made.belowDefaultBucket();
  return eachOf(given, (one) => {
    if (isAbsent(one)) return made.belowDefaultBucket();
    const start = beginning(one);
    if (start === undefined)
      return one.kind === "unknown" || isPipelineVariable(one) ? one : unknown(whyOf(one), one.span);
    if (/^s3:\/\//i.test(start)) return one;
    return /^.{5}/s.test(start) || one.kind === "constant"
      ? made.belowDefaultBucket()
      : unknown(whyOf(one), one.span);
  });
}
