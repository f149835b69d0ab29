import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { ownDefaults } from "../sdk-defaults/resolve-defaults.js";
import { launch, object, type Raising } from "./family.js";
import { valueAt } from "./values.js";

/*
 * What methods of models raise before CreateModel is sent. `deploy` looks for a session first, and for the role;
 * `create` and `transformer` use what is there, and a pipeline of models its models as they are.
 *
 * @source sagemaker 2.257.7, model.py, _create_sagemaker_model; pipeline.py; session.py, expand_role;
 * prepare_container_def of each framework's model
 */

export function refusedModel(raising: Raising): Refusal | undefined {
  const { look, type, method, fields } = raising;
  const isPipeline = sagemakerSdk.isA(type, "sagemaker.pipeline.PipelineModel");
  if (method !== "create" && method !== "transformer" && !(isPipeline && method === "deploy"))
    return undefined;
  const ofImage = isPipeline
    ? refusedContainers(look(object("models")))
    : method === "create"
      ? refusedCreate(raising)
      : undefined;
  if (ofImage) return ofImage;
  const isNoRole = !fields.has("ExecutionRoleArn") && isAbsent(look(object("role")));
  return isNoRole && look(object(ownDefaults)) !== undefined
    ? { error: "TypeError", message: "argument of type 'NoneType' is not iterable" }
    : undefined;
}

/** The image of a framework's model depends on the instance and on the session's region. */
function refusedCreate({ look, type }: Raising): Refusal | undefined {
  const framework = frameworkOf(type);
  if (framework === undefined || !isAbsent(look(object("image_uri")))) return undefined;
  const isInstanceMissing = ["instance_type", "serverless_inference_config"].every((name) =>
    isAbsent(look(launch(name))),
  );
  if (framework.dependsOnInstance && isInstanceMissing)
    return {
      error: "ValueError",
      message: "Must supply either an instance type (for choosing CPU vs GPU) or an image URI.",
    };
  return isAbsent(look(object("sagemaker_session"))) ? withoutSession(framework) : undefined;
}

/** The session of the pipeline is not its models'. */
function refusedContainers(models: Value | undefined): Refusal | undefined {
  if (models?.kind !== "list") return undefined;
  for (const one of models.items) {
    const framework = one.kind === "object" && one.open !== true ? frameworkOf(one.type) : undefined;
    const isMissing = ["image_uri", "sagemaker_session"].every((name) => isAbsent(valueAt(one, [name])));
    const refused = framework && isMissing ? withoutSession(framework) : undefined;
    if (refused) return refused;
  }
  return undefined;
}

interface Framework {
  readonly path: string;
  readonly dependsOnInstance: boolean;
  /** What it reads of a session that is not there; undefined: it has one by then. */
  readonly asks: string | undefined;
}

const frameworks: readonly Framework[] = (
  [
    ["pytorch.model.PyTorchModel", true, "boto_session"],
    ["huggingface.model.HuggingFaceModel", true, undefined],
    ["mxnet.model.MXNetModel", true, "boto_session"],
    ["chainer.model.ChainerModel", true, "boto_session"],
    ["tensorflow.model.TensorFlowModel", true, "boto_region_name"],
    ["sklearn.model.SKLearnModel", false, "boto_region_name"],
    ["xgboost.model.XGBoostModel", false, "boto_region_name"],
  ] as const
).map(([name, dependsOnInstance, asks]) => ({ path: `sagemaker.${name}`, dependsOnInstance, asks }));

function frameworkOf(type: string): Framework | undefined {
  return frameworks.find(({ path }) => sagemakerSdk.isA(type, path));
}

function withoutSession({ asks }: Framework): Refusal | undefined {
  return asks === undefined
    ? undefined
    : { error: "AttributeError", message: `'NoneType' object has no attribute '${asks}'` };
}
