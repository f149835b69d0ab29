import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import { isGiven } from "../sagemaker-v2/values.js";
import { launch, object } from "../sagemaker-v2/family.js";
import { beginning, eachOf, type Made, type Shape } from "./structure.js";

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

/** What a ModelBuilder of an image alone is given: a model beside it is served in ways of its own. */
function isPassedThrough({ look }: Made): boolean {
  return ["model", "inference_spec", "model_server"].every((name) => isGiven(look(object(name))) === false);
}

/**
 * The image of a ModelBuilder that is given no model.
 *
 * @source sagemaker 3.27.0, serve/model_builder.py, _build_for_passthrough
 */
export const builtImage: Shape = (image, made) =>
  image !== undefined && !isAbsent(image) && isPassedThrough(made) ? image : undefined;

/**
 * The data of such a model, as a place or as a structure; code beside it is packed into a copy.
 *
 * @source sagemaker 3.27.0, serve/model_builder.py, _build_for_passthrough
 */
export const builtData: Shape = (_, made) => {
  const data = dataOfBuilder(made);
  return data?.kind === "dict" ? undefined : data;
};

export const builtDataSource: Shape = (_, made) => {
  const data = dataOfBuilder(made);
  return data?.kind === "dict" ? data : undefined;
};

function dataOfBuilder(made: Made): Value | undefined {
  const [path, data, code, image] = ["model_path", "s3_model_data_url", "source_code", "image_uri"].map(
    (name) => made.look(object(name)),
  );
  const isPlain = isPassedThrough(made) && isGiven(code) === false && isGiven(image) === true;
  if (!isPlain || data === undefined) return undefined;
  if (path !== undefined && !isAbsent(path)) {
    const start = beginning(path);
    if (start === undefined) return undefined;
    if (start.startsWith("s3://")) return path;
  }
  if (isAbsent(data) || (data.kind !== "dict" && beginning(data)?.startsWith("s3://") !== true))
    return undefined;
  return data;
}
