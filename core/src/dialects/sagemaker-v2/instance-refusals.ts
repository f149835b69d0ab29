import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { isAbsent } from "../../requests/field-of.js";
import { pythonStr, pythonTypeName } from "../../requests/python-text.js";
import type { Refusal } from "../../requests/request.js";
import { argumentsByName } from "../arguments-by-name.js";
import type { Construction } from "./construction.js";
import { valueError } from "./value-error.js";

/**
 * What the constructors of estimators raise for a count in the place of the instance type, and for instance groups in
 * the API's shape.
 *
 * @source sagemaker 2.257.7, estimator.py, EstimatorBase.__init__
 */
export function refusedInstanceArguments(construction: Construction | undefined): Refusal | undefined {
  const type = construction?.type ?? "";
  if (!construction || !sagemakerSdk.isA(type, "sagemaker.estimator.EstimatorBase")) return undefined;
  const given = argumentsByName(sagemakerSdk.classOf(type), construction.arguments);
  const instance = given.get("instance_type");
  const named = isAbsent(instance) ? "NoneType" : instance && pythonTypeName(instance);
  if (instance && named !== undefined && named !== "str" && named !== "NoneType")
    return valueError(`Bad value for instance type: '${pythonStr(instance) ?? ""}'`);
  const groups = given.get("instance_groups");
  const group = groups?.kind === "list" ? groups.items[0] : undefined;
  const plain = group && pythonTypeName(group);
  return plain !== undefined && named === "NoneType"
    ? { error: "AttributeError", message: `'${plain}' object has no attribute 'instance_type'` }
    : undefined;
}
