import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { isTruthy } from "../sagemaker-v2/values.js";
import {
  beginning,
  constant,
  eachOf,
  structure,
  unknown,
  whyOf,
  type Entry,
} from "../structures/structure.js";
import { sentAs, type Launched, type LaunchField } from "./launch-fields.js";
import { attributeAt } from "./read-attributes.js";

/*
 * The channels of a job that fine-tunes a model: of the data sets of `train`, else of the trainer's own.
 *
 * @source sagemaker 3.27.0, train/common_utils/finetune_utils.py, _create_input_data_config,
 * _convert_input_data_to_channels; train/base_trainer.py, _train_serverful
 */

export const serverlessLaunch: readonly LaunchField[] = [
  { path: "InputDataConfig", shape: (launched) => channels(launched, false) },
];

/** Weights and recipe have channels of their own. */
export const onInstancesLaunch: readonly LaunchField[] = [
  { path: "InputDataConfig", shape: (launched) => channels(launched, true) },
];

function channels(launched: Launched, isOpen: boolean): Value | undefined {
  if (refusedWithoutData(launched)) return undefined;
  const items = (["training", "validation"] as const).map((use) => {
    const data = dataSet(launched, use);
    if (data === "maybe") return undefined;
    if (data === undefined) return [];
    const name = use === "training" ? "train" : "validation";
    return [eachOf(data, (one) => channelOf(name, one, launched, isOpen))];
  });
  const known = items.flatMap((one) => one ?? []);
  if (items.includes(undefined)) return unknown("its data sets differ by branch");
  const span = known[0]?.span;
  const sent = sentAs("InputDataConfig", "input_data_config", { kind: "list", items: known, open: isOpen });
  return span && sent ? { ...sent, span } : sent;
}

/** Undefined: none. */
function dataSet({ given, root }: Launched, use: string): Value | "maybe" | undefined {
  const name = `${use}_dataset`;
  const own = given.get(name);
  const isOwn = isTruthy(own);
  if (isOwn === true) return own;
  if (isOwn === "maybe") return own?.kind === "unknown" && own.pattern ? own : "maybe";
  const held = attributeAt(root, [name]);
  if (held === undefined || isAbsent(held) || isTruthy(held) === false) return undefined;
  return held.kind === "either" && held.values.some(isAbsent) ? "maybe" : held;
}

function channelOf(name: string, data: Value, launched: Launched, onInstances: boolean): Value {
  const start = beginning(data);
  const isPlace = start?.startsWith("s3://") === true || (onInstances && start !== undefined);
  const source: Entry = isPlace
    ? ["s3_data_source", s3Source(data, launched)]
    : data.kind === "constant"
      ? ["dataset_source", structure([["dataset_arn", data]])]
      : ["s3_data_source", unknown(whyOf(data), data.span)];
  const isKnown = isPlace || data.kind === "constant";
  return structure(
    [
      ["channel_name", constant(name)],
      ["data_source", isKnown ? structure([source]) : unknown(whyOf(data), data.span)],
    ],
    data.span,
  );
}

function s3Source(uri: Value, { root }: Launched): Value {
  const model = attributeAt(root, ["model"]);
  // A model of the Nova family gets its conversations with the pictures in them
  const isPlain =
    (root?.kind === "object" && /RLVR|RLAIF/.test(root.type)) ||
    (model?.kind === "constant" && !/nova/i.test(String(model.data)) && !String(model.data).includes("/"));
  return structure([
    ["s3_data_type", isPlain ? constant("S3Prefix") : unknown("it depends on the model")],
    ["s3_uri", uri],
    ["s3_data_distribution_type", constant("FullyReplicated")],
  ]);
}

/**
 * A ModelTrainer's Networking is sent as it is where a VpcConfig belongs, with the flags that it has.
 *
 * @source sagemaker 3.27.0, train/common_utils/finetune_utils.py
 */
export function refusedFlags(root: Value | undefined): Refusal | undefined {
  const flags = [
    ["enable_network_isolation", "EnableNetworkIsolation"],
    ["enable_inter_container_traffic_encryption", "EnableInterContainerTrafficEncryption"],
  ].filter(([name = ""]) => isTruthy(attributeAt(root, ["networking", name])) === true);
  if (flags.length === 0) return undefined;
  const problems = flags.map(
    ([, member]) => `Unknown parameter in VpcConfig: "${member}", must be one of: SecurityGroupIds, Subnets`,
  );
  return { error: "ParamValidationError", message: `Parameter validation failed:\n${problems.join("\n")}` };
}

/** Without data there is nothing to take a place of. */
export function refusedWithoutData(launched: Launched): Refusal | undefined {
  if (dataSet(launched, "training") !== undefined) return undefined;
  const held = attributeAt(launched.root, ["training_dataset"]);
  if (held?.kind === "constant" && held.data === "")
    return {
      error: "ValueError",
      message: "training_dataset must be a valid SageMaker hub-content DataSet ARN",
    };
  return { error: "AttributeError", message: "'NoneType' object has no attribute 'arn'" };
}
