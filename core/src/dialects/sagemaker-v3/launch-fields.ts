import { operationOf } from "../../catalog/sagemaker-api.js";
import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { FieldPath } from "../../requests/request.js";
import { apiMembers } from "../sagemaker-core/to-api.js";
import { isEmptyDict, isGiven } from "../sagemaker-v2/values.js";
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
  type Entry,
} from "../structures/structure.js";
import { attributeAt } from "./read-attributes.js";

/*
 * What `train` and `run` of SDK 3.27.0 are given.
 *
 * @source sagemaker 3.27.0, train/model_trainer.py, core/processing.py
 */

/** A launch: its arguments, the object, and what is below the session's default bucket. */
export interface Launched {
  readonly given: ReadonlyMap<string, Value>;
  readonly root: Value | undefined;
  readonly belowDefaultBucket: () => Value;
}

/** A member of the request that a launch gives; undefined: it is not sent. */
export interface LaunchField {
  readonly path: FieldPath;
  readonly shape: (launched: Launched) => Value | undefined;
}

export const trainerLaunch: readonly LaunchField[] = [{ path: "InputDataConfig", shape: trainerChannels }];

export const processorLaunch: readonly LaunchField[] = [
  {
    path: "ProcessingInputs",
    shape: (launched) => {
      const added = ["code", "submit_app", "configuration"].some(
        (name) => isGiven(launched.given.get(name)) !== false,
      );
      const own = unlessEmpty(
        listOf(launched.given.get("inputs"), (one, index) => processingInput(one, index, launched)),
      );
      if (!added) return own;
      return own?.kind === "list" ? { ...own, open: true } : { kind: "list", items: [], open: true };
    },
  },
  {
    path: "ProcessingOutputConfig.Outputs",
    shape: (launched) => {
      const own = unlessEmpty(
        listOf(launched.given.get("outputs"), (one, index) => processingOutput(one, index, launched)),
      );
      const added = isGiven(launched.given.get("spark_event_logs_s3_uri")) !== false;
      return added && own?.kind === "list" ? { ...own, open: true } : own;
    },
  },
  {
    path: "ExperimentConfig",
    shape: ({ given }) => {
      const config = given.get("experiment_config");
      return isEmptyDict(config) ? undefined : config;
    },
  },
];

/** The constructor's channels, those of the launch in the place of others of their name, and what the SDK adds. */
function trainerChannels({ given, root }: Launched): Value | undefined {
  const [own, more] = [attributeAt(root, ["input_data_config"]), given.get("input_data_config")];
  const code = attributeAt(root, ["source_code"]);
  const isOpen = isGiven(code) !== false || isGiven(attributeAt(root, ["_is_nova_recipe"])) !== false;
  const lists = [own, more].flatMap((one) => (one && !isAbsent(one) ? [one] : []));
  const other = lists.find((one) => one.kind !== "list" && one.kind !== "tuple");
  if (other) return unknown(whyOf(other), other.span);
  const items = new Map<string, Value>();
  let open = isOpen;
  for (const list of lists) {
    if (list.kind !== "list" && list.kind !== "tuple") continue;
    for (const [index, item] of list.items.entries()) {
      const name = attributeAt(item, ["channel_name"]);
      if (name?.kind !== "constant" && lists.length > 1)
        return unknown("the names of its channels are not known");
      items.set(name?.kind === "constant" ? `'${String(name.data)}` : `#${index}`, item);
    }
    open ||= list.open;
  }
  if (items.size === 0) return open ? { kind: "list", items: [], open } : undefined;
  const span = lists.find((one) => one.span)?.span;
  const channels: Value = {
    kind: "list",
    items: [...items.values()].map((one) => eachOf(one, channelOf)),
    open,
  };
  const sent = sentAs("InputDataConfig", "input_data_config", channels);
  return span && sent ? { ...sent, span } : sent;
}

/** Of version 3 and of late version 2. */
const inputData = ["sagemaker.core.training.configs.InputData", "sagemaker.modules.configs.InputData"];

/** By the names that sagemaker-core has for its members. */
function channelOf(item: Value): Value {
  if (item.kind !== "object") return unknown(whyOf(item), item.span);
  if (!inputData.some((path) => sagemakerSdk.isA(item.type, path))) return item;
  const given = (name: string) => attributeAt(item, [name]);
  const source = given("data_source") ?? unknown("it is not given");
  return eachOf(source, (one) => {
    const type = one.kind === "object" ? one.type : "";
    const own: readonly Entry[] | undefined = type.endsWith(".shapes.S3DataSource")
      ? [["data_source", structure([["s3_data_source", one]])]]
      : type.endsWith(".shapes.FileSystemDataSource")
        ? [["data_source", structure([["file_system_data_source", one]])]]
        : beginning(one)?.startsWith("s3://") === true || isPipelineVariable(one)
          ? [
              ["data_source", structure([["s3_data_source", s3Source(one)]])],
              ["input_mode", constant("File")],
            ]
          : undefined;
    return structure(
      [
        ["channel_name", given("channel_name")],
        ...(own ?? [["data_source", unknown(whyOf(one), one.span)] as const]),
        ["content_type", given("content_type")],
      ],
      item.span,
      own === undefined,
    );
  });
}

export function s3Source(uri: Value): Value {
  return structure([
    ["s3_data_type", constant("S3Prefix")],
    ["s3_uri", uri],
    ["s3_data_distribution_type", constant("FullyReplicated")],
  ]);
}

/** As sagemaker-core spells and sends it. */
export function sentAs(member: string, name: string, value: Value): Value | undefined {
  const operation = operationOf("CreateTrainingJob");
  return operation && apiMembers(new Map([[name, value]]), operation, true).get(member);
}

function processingInput(input: Value, index: number, launched: Launched): Value {
  if (input.kind !== "object" || !input.type.endsWith(".shapes.ProcessingInput"))
    return unknown(whyOf(input), input.span);
  const orElse = (path: readonly string[], fallback: string | boolean) =>
    attributeAt(input, path, constant(fallback)) ?? constant(fallback);
  const s3 = (name: string, fallback: string) => orElse(["s3_input", name], fallback);
  const isPlain = isGiven(attributeAt(input, ["dataset_definition"])) === false;
  // SDK v2's arguments, say: the SDK raises
  if (isPlain && isGiven(attributeAt(input, ["s3_input"])) !== true)
    return unknown("it has no s3_input", input.span);
  const s3Input = structure(
    [
      ["S3Uri", placeOf(attributeAt(input, ["s3_input", "s3_uri"]), launched)],
      ["LocalPath", attributeAt(input, ["s3_input", "local_path"])],
      ["S3DataType", s3("s3_data_type", "S3Prefix")],
      ["S3InputMode", s3("s3_input_mode", "File")],
      ["S3DataDistributionType", s3("s3_data_distribution_type", "FullyReplicated")],
      ["S3CompressionType", s3("s3_compression_type", "None")],
    ],
    input.span,
  );
  return structure(
    [
      ["InputName", orElse(["input_name"], `input-${index + 1}`)],
      ["AppManaged", managed(input)],
      ["S3Input", isPlain ? s3Input : undefined],
    ],
    input.span,
    !isPlain,
  );
}

function processingOutput(output: Value, index: number, launched: Launched): Value {
  if (output.kind !== "object" || !output.type.endsWith(".shapes.ProcessingOutput"))
    return unknown(whyOf(output), output.span);
  if (isGiven(attributeAt(output, ["s3_output"])) !== true)
    return unknown("it has no s3_output", output.span);
  const orElse = (name: string, fallback: string | boolean) =>
    attributeAt(output, [name], constant(fallback)) ?? constant(fallback);
  const s3 = (name: string) => attributeAt(output, ["s3_output", name]);
  const s3Output = structure(
    [
      ["S3Uri", placeOf(s3("s3_uri"), launched)],
      ["LocalPath", s3("local_path")],
      ["S3UploadMode", s3("s3_upload_mode")],
    ],
    output.span,
  );
  return structure(
    [
      ["OutputName", orElse("output_name", `output-${index + 1}`)],
      ["AppManaged", managed(output)],
      ["S3Output", s3Output],
    ],
    output.span,
  );
}

/** False is left out on the way. */
function managed(one: Value): Value | undefined {
  const value = attributeAt(one, ["app_managed"]);
  return value?.kind === "constant" && value.data === false ? undefined : value;
}

/** What is no place in S3 is put below the default bucket. */
function placeOf(given: Value | undefined, { belowDefaultBucket }: Launched): Value {
  if (given === undefined || isAbsent(given)) return belowDefaultBucket();
  return eachOf(given, (one) => {
    const start = beginning(one);
    if (start === undefined)
      return one.kind === "unknown" || isPipelineVariable(one) ? one : unknown(whyOf(one), one.span);
    if (/^s3:\/\//i.test(start)) return one;
    return one.kind === "constant" ? belowDefaultBucket() : unknown(whyOf(one), one.span);
  });
}
