import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { object } from "../sagemaker-v2/family.js";
import { beginning, eachOf, isPipelineVariable, structure, unknown, whyOf, type Shape } from "./structure.js";

/**
 * `tags=[{"Key": …, "Value": …}]`, or a dict by name, as late releases of SDK v2 take it too.
 *
 * @source sagemaker 2.257.7, utils.py, format_tags
 */
export const tagList: Shape = (tags) => {
  if (tags === undefined || isAbsent(tags)) return undefined;
  return eachOf(tags, (one) => {
    if (isAbsent(one)) return undefined;
    if (one.kind === "list" || one.kind === "tuple") return { ...one, kind: "list" };
    if (one.kind !== "dict") return unknown(whyOf(one), one.span);
    const items = [...one.entries].map(([name, value]) =>
      structure([
        ["Key", { kind: "constant", data: name }],
        ["Value", eachOf(value, textOf)],
      ]),
    );
    return { kind: "list", items, open: one.open, ...(one.span ? { span: one.span } : {}) };
  });
};

/**
 * Those of an estimator: where its model or its code comes from JumpStart, the SDK adds some.
 *
 * @source sagemaker 2.257.7, jumpstart/utils.py, add_jumpstart_uri_tags
 */
export const estimatorTags: Shape = (tags, made) => {
  const origins = ["model_uri", "source_dir"].map((name) => made.look(object(name)));
  const mayBeJumpStart = origins.some((origin) => {
    if (origin === undefined || isAbsent(origin)) return false;
    const start = beginning(origin);
    return start === undefined || /^s3:\/\/(?:$|[^/]*jumpstart)/.test(start);
  });
  return mayBeJumpStart ? unknown("the SDK adds tags of JumpStart") : tagList(tags, made);
};

/** `str(value)` where it is certain. */
function textOf(value: Value): Value {
  if (value.kind !== "constant") return isPipelineVariable(value) ? value : unknown(whyOf(value), value.span);
  if (typeof value.data === "string") return value;
  return Number.isInteger(value.data) ? { ...value, data: String(value.data) } : unknown("it is made a text");
}
