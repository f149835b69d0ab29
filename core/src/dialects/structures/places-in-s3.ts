import { isAbsent } from "../../requests/field-of.js";
import { isGiven } from "../sagemaker-v2/values.js";
import { launch, object } from "../sagemaker-v2/family.js";
import { eachOf, type Shape } from "./structure.js";

/** Where nothing is said the SDK takes a folder of the session's default bucket. */
export const orDefaultBucket: Shape = (path, made) => {
  if (path === undefined || isAbsent(path)) return made.belowDefaultBucket();
  return eachOf(path, (one) => (isAbsent(one) ? made.belowDefaultBucket() : one));
};

/**
 * The model's data where the SDK hands it on as it is: code beside it is packed into a copy.
 *
 * @source sagemaker 2.257.7, model.py, Model.prepare_container_def
 */
export const plainModelData: Shape = (data, { type, look }) => {
  const code = ["source_dir", "entry_point", "dependencies", "git_config"];
  const licence = [object("accept_eula"), launch("accept_eula")];
  const isPlain =
    type === "sagemaker.model.Model" &&
    [...code.map(object), ...licence].every((source) => isGiven(look(source)) === false);
  if (!isPlain || data === undefined || isAbsent(data)) return undefined;
  const isUri = data.kind === "constant" || data.kind === "unknown" || data.kind === "either";
  return isUri ? data : undefined;
};
