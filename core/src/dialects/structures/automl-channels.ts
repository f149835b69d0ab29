import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { object } from "../sagemaker-v2/family.js";
import { memberOf } from "../sagemaker-v2/values.js";
import {
  beginning,
  constant,
  eachOf,
  isPipelineVariable,
  structure,
  unknown,
  whyOf,
  type Made,
  type Shape,
} from "./structure.js";

/**
 * `AutoML.fit(inputs)`: a place or several; what is local is uploaded to the session's default bucket.
 *
 * @source sagemaker 2.257.7, automl/automl.py
 */
export const autoMlChannels: Shape = (inputs, made) => {
  if (inputs === undefined || isAbsent(inputs)) return undefined;
  const setting = (name: string) => made.look(object(name));
  const type = setting("s3_data_type");
  const channel = (uri: Value): Value =>
    structure(
      [
        ["DataSource", s3Source(type && !isAbsent(type) ? type : constant("S3Prefix"), uri)],
        ["TargetAttributeName", setting("target_attribute_name")],
        ["CompressionType", setting("compression_type")],
        ["ContentType", setting("content_type")],
        ["SampleWeightAttributeName", setting("sample_weight_attribute_name")],
      ],
      uri.span,
    );
  return eachOf(inputs, (one) => {
    const at = one.span ? { span: one.span } : {};
    if (one.kind === "list" || one.kind === "tuple") {
      const items = one.items.flatMap(
        (item) => ofInput(item) ?? [isPlace(item) ? channel(item) : unknown(whyOf(item), item.span)],
      );
      return { kind: "list", items, open: one.open, ...at };
    }
    const own = ofInput(one);
    if (own) return { kind: "list", items: own, open: false, ...at };
    if (isPlace(one)) return { kind: "list", items: [channel(one)], open: false, ...at };
    const isLocal = one.kind === "constant" && typeof one.data === "string";
    if (isLocal) return { kind: "list", items: [channel(made.belowDefaultBucket())], open: false, ...at };
    return unknown(whyOf(one), one.span);
  });
};

/** The channels of an AutoMLInput, which has one or several places; undefined: it is none, or which is not known. */
function ofInput(input: Value): readonly Value[] | undefined {
  if (input.kind !== "object" || input.type !== "sagemaker.automl.automl.AutoMLInput") return undefined;
  const given = (name: string) => memberOf(input, name, undefined);
  const inputs = given("inputs");
  const type = given("s3_data_type");
  const channel = (uri: Value) =>
    structure(
      [
        ["DataSource", s3Source(type && !isAbsent(type) ? type : constant("S3Prefix"), uri)],
        ["TargetAttributeName", given("target_attribute_name")],
        ["CompressionType", given("compression")],
        ["ChannelType", given("channel_type")],
        ["ContentType", given("content_type")],
        ["SampleWeightAttributeName", given("sample_weight_attribute_name")],
      ],
      input.span,
    );
  if (inputs?.kind === "constant" || (inputs && isPipelineVariable(inputs))) return [channel(inputs)];
  if ((inputs?.kind !== "list" && inputs?.kind !== "tuple") || inputs.open) return undefined;
  return inputs.items.map(channel);
}

/**
 * `AutoMLV2.fit(inputs)`: a channel or several.
 *
 * @source sagemaker 2.257.7, automl/automlv2.py
 */
export const autoMlV2Channels: Shape = (inputs, made) => {
  if (inputs === undefined || isAbsent(inputs)) return unknown("it is not given");
  return eachOf(inputs, (one) => {
    const at = one.span ? { span: one.span } : {};
    if (one.kind === "object") return { kind: "list", items: [dataChannel(one, made)], open: false, ...at };
    if (one.kind !== "list" && one.kind !== "tuple") return unknown(whyOf(one), one.span);
    return { kind: "list", items: one.items.map((item) => dataChannel(item, made)), open: one.open, ...at };
  });
};

function dataChannel(channel: Value, { belowDefaultBucket }: Made): Value {
  const [, type] =
    channel.kind === "object"
      ? (/^sagemaker\.automl\.automlv2\.((?:Local)?AutoMLDataChannel)$/.exec(channel.type) ?? [])
      : [];
  if (type === undefined) return unknown(whyOf(channel), channel.span);
  const given = (name: string) => memberOf(channel, name, undefined);
  // An empty text is left out
  const unlessNone = (name: string) => {
    const value = given(name);
    return value?.kind === "constant" && value.data === "" ? undefined : value;
  };
  const source =
    type === "AutoMLDataChannel"
      ? s3Source(given("s3_data_type"), given("s3_uri"))
      : s3Source(given("data_type"), belowDefaultBucket());
  return structure(
    [
      ["DataSource", source],
      ["ChannelType", unlessNone("channel_type")],
      ["CompressionType", unlessNone("compression_type")],
      ["ContentType", unlessNone("content_type")],
    ],
    channel.span,
  );
}

function s3Source(type: Value | undefined, uri: Value | undefined): Value {
  return structure([
    [
      "S3DataSource",
      structure([
        ["S3DataType", type],
        ["S3Uri", uri],
      ]),
    ],
  ]);
}

function isPlace(value: Value): boolean {
  return beginning(value)?.startsWith("s3://") === true || isPipelineVariable(value);
}
