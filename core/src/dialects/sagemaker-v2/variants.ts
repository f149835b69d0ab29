import type { Value } from "../../python/value.js";
import { attachesKey } from "../sdk-defaults/attaches-key.js";
import { valueAt } from "./values.js";

/**
 * The instance type that decides for an endpoint of these production variants: the first that has volumes to encrypt.
 * Undefined: none of them has an instance type.
 */
export function typeOfVariants(variants: Value | undefined): Value | undefined {
  if (variants === undefined || variants.kind === "absent") return undefined;
  if (variants.kind !== "list" || variants.open)
    return { kind: "unknown", why: "which variants the endpoint has is not known" };
  const types = variants.items.flatMap((variant) => valueAt(variant, ["InstanceType"]) ?? []);
  return (
    types.find((one) => one.kind === "constant" && attachesKey(String(one.data)) === true) ??
    types.find(({ kind }) => kind !== "constant") ??
    types[0]
  );
}
