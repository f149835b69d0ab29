import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { object } from "../sagemaker-v2/family.js";
import {
  beginning,
  constant,
  eachOf,
  isPipelineVariable,
  structure,
  unknown,
  whyOf,
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
        [
          "DataSource",
          structure([
            [
              "S3DataSource",
              structure([
                ["S3DataType", type && !isAbsent(type) ? type : constant("S3Prefix")],
                ["S3Uri", uri],
              ]),
            ],
          ]),
        ],
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
      const items = one.items.map((item) =>
        isPlace(item) ? channel(item) : unknown(whyOf(item), item.span),
      );
      return { kind: "list", items, open: one.open, ...at };
    }
    if (isPlace(one)) return { kind: "list", items: [channel(one)], open: false, ...at };
    const isLocal = one.kind === "constant" && typeof one.data === "string";
    if (isLocal) return { kind: "list", items: [channel(made.belowDefaultBucket())], open: false, ...at };
    return unknown(whyOf(one), one.span);
  });
};

function isPlace(value: Value): boolean {
  return beginning(value)?.startsWith("s3://") === true || isPipelineVariable(value);
}
