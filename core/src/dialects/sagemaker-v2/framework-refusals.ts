import { remembering } from "../../catalog/remembering.js";
import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Value } from "../../python/value.js";
import { isAbsent } from "../../requests/field-of.js";
import type { Refusal } from "../../requests/request.js";
import { argumentsByName } from "../arguments-by-name.js";
import type { Construction } from "./construction.js";
import { valueError } from "./value-error.js";
import { isGiven, valueAt } from "./values.js";

/*
 * What the constructors of frameworks' estimators and models and of algorithms raise for versions, instances and ways of distribution
 * that do not go together. Only what is known for certain: later versions of the SDK take more.
 *
 * @source sagemaker 2.257.7, algorithm.py, fw_utils.py, pytorch/estimator.py, huggingface/estimator.py, sklearn/estimator.py
 */

export function refusedFramework(construction: Construction | undefined): Refusal | undefined {
  return refused(construction, (image) => isGiven(image));
}

/** What is raised for want of an image, which the notebook gives under another name. */
export function refusedWithoutImage(construction: Construction): Refusal | undefined {
  return refused(construction, () => true) ? undefined : refusedFramework(construction);
}

function refused(
  construction: Construction | undefined,
  isImageGiven: (image: Value | undefined) => boolean | "maybe",
): Refusal | undefined {
  const type = construction?.type ?? "";
  const framework = frameworkOf(type);
  if (!construction || !framework) return undefined;
  const values = argumentsByName(sagemakerSdk.classOf(type), construction.arguments);
  return framework.refuses(new Given(values, isImageGiven(values.get("image_uri"))));
}

const frameworkOf = remembering((type) => frameworks.find(({ path }) => sagemakerSdk.isA(type, path)));

class Given {
  constructor(
    private readonly values: ReadonlyMap<string, Value>,
    /** Whether an image is given, which is taken instead of versions; under its old name only after they were looked at. */
    readonly image: boolean | "maybe",
  ) {}

  at(name: string, ...steps: string[]): Value | undefined {
    return valueAt(this.values.get(name), steps);
  }

  isMissing(name: string): boolean {
    return isAbsent(this.values.get(name));
  }

  /** Undefined: not one text. */
  text(name: string): string | undefined {
    const value = this.values.get(name);
    return value?.kind === "constant" && typeof value.data === "string" ? value.data : undefined;
  }

  has(name: string): boolean {
    return this.values.has(name);
  }
}

const frameworks: readonly {
  readonly path: string;
  readonly refuses: (given: Given) => Refusal | undefined;
}[] = [
  {
    path: "sagemaker.pytorch.estimator.PyTorch",
    refuses: (given) => {
      if (isGiven(given.at("training_recipe")) !== false) return undefined;
      if (given.isMissing("entry_point"))
        return valueError("Argument entry_point must be set when training_recipe is not provided");
      return refusedVersions(given) ?? refusedDistribution(given, given.text("framework_version"));
    },
  },
  { path: "sagemaker.algorithm.AlgorithmEstimator", refuses: refusedAlgorithm },
  { path: "sagemaker.mxnet.estimator.MXNet", refuses: refusedVersions },
  { path: "sagemaker.tensorflow.estimator.TensorFlow", refuses: refusedVersions },
  { path: "sagemaker.huggingface.estimator.HuggingFace", refuses: refusedHuggingFace },
  { path: "sagemaker.chainer.estimator.Chainer", refuses: refusedVersions },
  ...["chainer.model.ChainerModel", "mxnet.model.MXNetModel", "pytorch.model.PyTorchModel"].map((name) => ({
    path: `sagemaker.${name}`,
    refuses: refusedVersions,
  })),
  { path: "sagemaker.sklearn.model.SKLearnModel", refuses: refusedVersionOfSklearn },
  { path: "sagemaker.tensorflow.model.TensorFlowModel", refuses: refusedTensorFlowModel },
  { path: "sagemaker.huggingface.model.HuggingFaceModel", refuses: refusedHuggingFaceModel },
  { path: "sagemaker.sklearn.estimator.SKLearn", refuses: refusedSklearn },
  { path: "sagemaker.rl.estimator.RLEstimator", refuses: refusedToolkit },
];

const noVersions = valueError(
  "framework_version or py_version was None, yet image_uri was also None. Either specify both framework_version and py_version, or specify image_uri.",
);

const noFrameworkVersion = valueError(
  "tensorflow_version and pytorch_version are both None. Specify either tensorflow_version or pytorch_version.",
);

function refusedVersions(given: Given): Refusal | undefined {
  if (given.image !== false || !["framework_version", "py_version"].some((name) => given.isMissing(name)))
    return undefined;
  return noVersions;
}

/** It asks for the algorithm and holds its instances against it: None is no type, and no number. */
function refusedAlgorithm(given: Given): Refusal | undefined {
  if (given.isMissing("instance_type"))
    return valueError(
      "Invalid instance_type: None. The algorithm lists the instance types that it supports.",
    );
  return given.isMissing("instance_count")
    ? { error: "TypeError", message: "'>' not supported between instances of 'NoneType' and 'int'" }
    : undefined;
}

function refusedToolkit(given: Given): Refusal | undefined {
  if (given.image !== false) return undefined;
  const missing = ["toolkit", "toolkit_version", "framework"].filter((name) => given.isMissing(name));
  if (missing.length === 0) return undefined;
  const message = `Please provide \`${missing.join("`, `")}\` or \`image_uri\` parameter.`;
  return { error: "AttributeError", message };
}

/** Its Python is "py3" where none is given. */
function refusedVersionOfSklearn(given: Given): Refusal | undefined {
  const isMissing =
    given.isMissing("framework_version") || (given.has("py_version") && given.isMissing("py_version"));
  return isMissing && given.image === false ? noVersions : undefined;
}

function refusedTensorFlowModel(given: Given): Refusal | undefined {
  return given.isMissing("framework_version") && given.image === false
    ? valueError(
        "Both framework_version and image_uri were None. Either specify framework_version or specify image_uri.",
      )
    : undefined;
}

function refusedHuggingFaceModel(given: Given): Refusal | undefined {
  if (given.image !== false) return undefined;
  if (["transformers_version", "py_version"].some((name) => given.isMissing(name))) return noVersions;
  const versions = ["pytorch_version", "tensorflow_version"];
  if (versions.every((name) => given.isMissing(name))) return noFrameworkVersion;
  return versions.every((name) => given.text(name) !== undefined)
    ? valueError(
        "tensorflow_version and pytorch_version are both not None. Specify only tensorflow_version or pytorch_version.",
      )
    : undefined;
}

function refusedSklearn(given: Given): Refusal | undefined {
  const refused = refusedVersionOfSklearn(given);
  if (refused) return refused;
  const python = given.text("py_version") ?? "";
  if (python !== "" && python !== "py3")
    return {
      error: "AttributeError",
      message: "Scikit-learn image only supports Python 3. Please use 'py3' for py_version.",
    };
  const type = given.text("instance_type") ?? "";
  if (/^ml\.p[23]\.(?:x|8x|16x)large$/.test(type))
    return valueError("GPU training is not supported for Scikit-Learn.");
  if (given.image === false && /^ml\.[gp]\d/.test(type))
    return valueError("Unsupported processor: gpu. Supported processor(s): cpu.");
  const count = given.at("instance_count");
  if (count?.kind !== "constant" || typeof count.data !== "number" || count.data === 0 || count.data === 1)
    return undefined;
  return {
    error: "AttributeError",
    message:
      "Scikit-Learn does not support distributed training. Please remove the 'instance_count' argument or set 'instance_count=1' when initializing SKLearn.",
  };
}

function refusedHuggingFace(given: Given): Refusal | undefined {
  const [base, other] = ["pytorch_version", "tensorflow_version"].filter((name) => !given.isMissing(name));
  if (given.image === false) {
    if (given.isMissing("transformers_version"))
      return valueError(
        "transformers_version, and image_uri are both None. Specify either transformers_version or image_uri",
      );
    if (base === undefined) return noFrameworkVersion;
    const versions = [given.text("transformers_version"), given.text(base)];
    const [own, ofBase] = versions.map((version) => version?.split(".").length);
    if (other === undefined && own !== undefined && ofBase !== undefined && own !== ofBase)
      return valueError(
        "Please use either full version or shortened version for both transformers_version, tensorflow_version and pytorch_version.",
      );
    const type = given.text("instance_type");
    const isImageNamed = given.has("image_name");
    if (
      !isImageNamed &&
      type !== undefined &&
      /^ml\.[a-z]/.test(type) &&
      !/^ml\.(?:[gp]\d|trn|inf)/.test(type)
    )
      return valueError("Unsupported processor: cpu. Supported processor(s): gpu.");
  }
  return base === "pytorch_version" && other === undefined
    ? refusedDistribution(given, given.text("pytorch_version"))
    : undefined;
}

/** `distribution={"torch_distributed": {"enabled": True}}` */
function refusedDistribution(given: Given, version: string | undefined): Refusal | undefined {
  const enabled = given.at("distribution", "torch_distributed", "enabled");
  const groups = isGiven(given.at("instance_groups")) === false;
  if (enabled?.kind !== "constant" || enabled.data !== true || !groups || given.image !== false)
    return undefined;
  const type = given.text("instance_type");
  const family = /^ml[._]([a-z\d-]+)(?![a-z\d-])\.?\w*$/.exec(type ?? "")?.[1];
  if (type === undefined || (family === undefined && type !== "local_gpu" && type !== "local"))
    return undefined;
  const isTrainium = family?.startsWith("trn") === true;
  const isGpu = type === "local_gpu" || /^[pg]/.test(family ?? "");
  if (!isTrainium && !isGpu)
    return valueError("Currently torch_distributed is supported only for GPU and Trainium instances.");
  const supported = isTrainium ? onTrainium : onGpus;
  if (version === undefined || supported.includes(version) || isLater(version, supported.at(-1) ?? ""))
    return undefined;
  return valueError(
    `Provided framework_version ${version} is not supported by torch_distributed for instance ${type}.`,
  );
}

const onGpus = "1.13.1 2.0.0 2.0.1 2.1.0 2.1.2 2.2.0 2.3.0 2.3.1 2.4.1 2.5.1 2.6.0 2.7.1 2.8.0".split(" ");
const onTrainium = "1.11 1.11.0 1.12 1.12.0 1.12.1 1.13.1 2.0.0".split(" ");

/** Of what came out after this SDK another version of it may know. What is no version is told by nobody. */
function isLater(version: string, last: string): boolean {
  if (!/^\d+(?:\.\d+)*$/.test(version)) return true;
  const [own, known] = [version, last].map((one) => one.split(".").map(Number));
  for (const [place, part] of (known ?? []).entries()) {
    const given = own?.[place] ?? 0;
    if (given !== part) return given > part;
  }
  return false;
}
