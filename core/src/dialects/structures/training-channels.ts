import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { object } from "../sagemaker-v2/family.js";
import { isGiven, isTruthy, valueAt } from "../sagemaker-v2/values.js";
import {
  beginning,
  constant,
  eachOf,
  isPipelineVariable,
  structure,
  unknown,
  whyOf,
  type Entry,
  type Made,
  type Shape,
} from "./structure.js";

/*
 * The channels of a training job, as `fit` makes them of what it is given.
 *
 * @source sagemaker 2.257.7, job.py, inputs.py
 */

/** `fit(inputs)`: a place, an input, or a dict of either by channel; the estimator adds channels of its own. */
export const trainingChannels: Shape = (inputs, made) => {
  const given = made.part.includes("[") ? ofEstimator(inputs, made) : inputs;
  const own = given && !isAbsent(given) ? eachOf(given, channelsOf) : undefined;
  const added = addedChannels(made);
  if (added === undefined) return own;
  if (own === undefined) return added.kind === "unknown" ? undefined : added;
  if (own.kind !== "list" || added.kind !== "list") return own.kind === "list" ? { ...own, open: true } : own;
  return { ...own, items: [...own.items, ...added.items], open: own.open || added.open };
};

/** A tuner of several estimators is given what each of them is, by name. */
function ofEstimator(inputs: Value | undefined, { named }: Made): Value | undefined {
  if (inputs === undefined || isAbsent(inputs)) return undefined;
  if (inputs.kind === "dict" && named !== undefined) return valueAt(inputs, [named]);
  return unknown("what each estimator of a tuner is given is not followed", inputs.span);
}

/** The same where what the estimator adds is told by a model's specification. */
export const openTrainingChannels: Shape = (inputs, made) => {
  const own = trainingChannels(inputs, made);
  return own?.kind === "list"
    ? { ...own, open: true }
    : own && unknown("the model's specification adds to it");
};

/**
 * Of the records that the algorithms of Amazon take, which say their channel themselves.
 *
 * @source sagemaker 2.257.7, amazon/amazon_estimator.py, RecordSet; job.py, _format_inputs_to_input_config
 */
export const recordChannels: Shape = (records) => {
  if (!records || isAbsent(records)) return undefined;
  const other = unknown("its channels are what the records say", records.span);
  return eachOf(records, (one) => {
    const sets = one.kind === "object" ? [one] : one.kind === "list" && !one.open ? one.items : [];
    const channels = sets.flatMap((set) => channelOfRecords(set) ?? []);
    if (channels.length === 0 || channels.length < sets.length) return other;
    return { kind: "list", items: channels, open: false, ...(one.span ? { span: one.span } : {}) };
  });
};

function channelOfRecords(set: Value): Value | undefined {
  if (set.kind !== "object" || set.type !== "sagemaker.amazon.amazon_estimator.RecordSet") return undefined;
  const given = (name: string, otherwise: string) => {
    const value = valueAt(set, [name]);
    return value && !isAbsent(value) ? value : constant(otherwise);
  };
  return structure(
    [
      ["ChannelName", given("channel", "train")],
      ...s3Source(
        valueAt(set, ["s3_data"]) ?? unknown("it is not given"),
        [["S3DataDistributionType", given("distribution", "ShardedByS3Key")]],
        given("s3_data_type", "ManifestFile"),
      ),
    ],
    set.span,
  );
}

function channelsOf(inputs: Value): Value | undefined {
  const at = inputs.span ? { span: inputs.span } : {};
  const list = (items: readonly Value[], open = false): Value => ({ kind: "list", items, open, ...at });
  switch (inputs.kind) {
    case "dict": {
      const channels = [...inputs.entries].map(([name, input]) => channel(constant(name), input));
      return list(channels, inputs.open);
    }
    case "constant":
      return inputs.data === null ? undefined : list([channel(constant("training"), inputs)]);
    case "object":
      return isTrainingInput(inputs.type) || isPipelineVariable(inputs)
        ? list([channel(constant("training"), inputs)])
        : unknown(`it is a ${inputs.type}`, inputs.span);
    case "unknown":
      // What is a text is one channel
      return inputs.pattern ? list([channel(constant("training"), inputs)]) : inputs;
    default:
      return unknown("its channels are what the records say", inputs.span);
  }
}

/** One channel: the input's settings and its name. */
export function channel(name: Value, input: Value, settings: readonly Entry[] = []): Value {
  return eachOf(input, (one) => {
    const given = settingsOf(one);
    const own = given ?? [["DataSource", unknown(whyOf(one), one.span)] as const];
    return structure([["ChannelName", name], ...own, ...settings], one.span, given === undefined);
  });
}

/** Undefined: not known. */
function settingsOf(input: Value): readonly Entry[] | undefined {
  if (input.kind === "object" && isTrainingInput(input.type) && input.members.has("config")) return undefined;
  if (input.kind === "object" && sagemakerSdk.isA(input.type, fileSystemInput)) return ofFileSystem(input);
  if (input.kind === "object" && isTrainingInput(input.type)) return ofInput(input);
  const start = beginning(input);
  if (start?.startsWith("s3://") === true || isPipelineVariable(input)) return s3Source(input, []);
  if (start?.startsWith("file://") === true) {
    const source = structure([
      ["FileDataDistributionType", constant("FullyReplicated")],
      ["FileUri", input],
    ]);
    return [["DataSource", structure([["FileDataSource", source]])]];
  }
  return undefined;
}

const trainingInput = "sagemaker.inputs.TrainingInput";
const fileSystemInput = "sagemaker.inputs.FileSystemInput";

/** Objects that have what they send in their `config`, which notebooks may change. */
export function isTrainingInput(type: string): boolean {
  return [trainingInput, fileSystemInput].some((one) => sagemakerSdk.isA(type, one));
}

/** `distribution` is FullyReplicated unless something else is said, or the column of the target. */
function ofInput(input: Value): readonly Entry[] {
  const given = (name: string) => valueAt(input, [name]);
  const [distribution, target] = [given("distribution"), given("target_attribute_name")];
  const isSaid = [distribution, target].map(isTruthy);
  const replicated = isSaid.every((one) => one === false)
    ? constant("FullyReplicated")
    : isSaid.includes("maybe") && isGiven(distribution) !== true
      ? unknown("it depends on what else is given")
      : distribution;
  const source: readonly Entry[] = [
    ["S3DataDistributionType", replicated],
    ["InstanceGroupNames", given("instance_groups")],
    ["AttributeNames", given("attribute_names")],
    ["HubAccessConfig", given("hub_access_config")],
    ["ModelAccessConfig", given("model_access_config")],
  ];
  const shuffle = given("shuffle_config");
  return [
    ...s3Source(given("s3_data") ?? unknown("it is not given"), source, given("s3_data_type")),
    ["CompressionType", given("compression")],
    ["ContentType", given("content_type")],
    ["RecordWrapperType", given("record_wrapping")],
    ["InputMode", given("input_mode")],
    ["TargetAttributeName", target],
    ["ShuffleConfig", shuffle && !isAbsent(shuffle) ? unknown(whyOf(shuffle), shuffle.span) : undefined],
  ];
}

function s3Source(uri: Value, more: readonly Entry[], type?: Value): readonly Entry[] {
  const source = structure([
    ["S3DataType", type && !isAbsent(type) ? type : constant("S3Prefix")],
    ["S3Uri", uri],
    ...(more.length === 0 ? [["S3DataDistributionType", constant("FullyReplicated")] as const] : more),
  ]);
  return [["DataSource", structure([["S3DataSource", source]])]];
}

function ofFileSystem(input: Value): readonly Entry[] {
  const given = (name: string) => valueAt(input, [name]);
  const mode = given("file_system_access_mode");
  const source = structure([
    ["FileSystemId", given("file_system_id")],
    ["FileSystemType", given("file_system_type")],
    ["DirectoryPath", given("directory_path")],
    ["FileSystemAccessMode", mode && !isAbsent(mode) ? mode : constant("ro")],
  ]);
  return [
    ["DataSource", structure([["FileSystemDataSource", source]])],
    ["ContentType", given("content_type")],
  ];
}

/** The model that training goes on from, and the code of an isolated job. Undefined: none; unknown: perhaps one. */
function addedChannels({ look }: Made): Value | undefined {
  const [model, name] = [look(object("model_uri")), look(object("model_channel_name"))];
  const isolated = isTruthy(look(object("enable_network_isolation")));
  const ownCode = ["entry_point", "code_uri"].map((one) => isGiven(look(object(one))));
  const addsCode = isolated !== false && ownCode.some((one) => one !== false);
  const given = isTruthy(model);
  if (given === "maybe" || (addsCode && !given)) return unknown("the estimator may add a channel");
  if (!given || model === undefined) return undefined;
  const settings: readonly Entry[] = [
    ["ContentType", constant("application/x-sagemaker-model")],
    ["InputMode", constant("File")],
  ];
  const start = beginning(model);
  const item =
    start?.startsWith("s3://") === true
      ? channel(name && !isAbsent(name) ? name : constant("model"), model, settings)
      : unknown(whyOf(model), model.span);
  return { kind: "list", items: [item], open: addsCode };
}
