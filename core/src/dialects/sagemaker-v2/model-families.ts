import type { Filling } from "../sdk-defaults/apply-defaults.js";
import { orDefaultBucket, plainModelData } from "../structures/places-in-s3.js";
import { constant } from "../structures/structure.js";
import { refusedDeploy } from "./endpoint-kind.js";
import { endpointSendings } from "./endpoint-sendings.js";
import { launch, object, type Family, type Mapped, type Sending, type Source } from "./family.js";
import {
  frameworkModels,
  refusedCompilation,
  refusedMethod,
  refusedModel,
  refusedRegistering,
  refusedWithoutImage,
} from "./model-refusals.js";
import { modelBuilders } from "./model-builders.js";
import { ofSpecification } from "./of-specification.js";
import { roleArn } from "./role-arn.js";
import { notCompiled } from "./too-early.js";

/*
 * What models, their endpoints and batch transforms of SDK 2.257.7 send. Each row was seen with the real SDK (test/sdk).
 */

/** Its VPC and key are not the model's: only the SDK's defaults file can set them. */
export function compilation(method: string, role: Source): Sending {
  return {
    operation: "CreateCompilationJob",
    filling: {
      method: "sagemaker.session.Session.compile_model",
      also: ["VpcConfig.Subnets", "VpcConfig.SecurityGroupIds", "OutputConfig.KmsKeyId"],
    },
    methods: new Set([method]),
    shownAt: "launch",
    unlaunched: false,
    halfVpc: "botocore refuses",
    fields: [
      { path: "RoleArn", from: [role], convert: roleArn },
      {
        path: "StoppingCondition.MaxRuntimeInSeconds",
        from: [launch("compile_max_run")],
        default: 900,
      },
    ],
  };
}

/** Its keys are its own too. It follows a compilation, whose output it packs. */
const edgePackaging: Sending = {
  operation: "CreateEdgePackagingJob",
  methods: new Set(["package_for_edge"]),
  shownAt: "launch",
  unlaunched: false,
  halfVpc: "botocore refuses",
  fields: [
    { path: "OutputConfig.KmsKeyId", from: [launch("s3_kms_key")] },
    { path: "ResourceKey", from: [launch("resource_key")] },
    { path: "RoleArn", from: [launch("role")], convert: roleArn },
  ],
  filling: { method: "sagemaker.session.Session.package_model_for_edge" },
};

/** Tries the model on several instance types; what it may not be given are a network and keys. */
export function recommendation(role: Mapped): Sending {
  return {
    operation: "CreateInferenceRecommendationsJob",
    methods: new Set(["right_size"]),
    shownAt: "launch",
    unlaunched: false,
    halfVpc: "botocore refuses",
    fields: [role],
  };
}

const modelFields: readonly Mapped[] = [
  { path: "VpcConfig.Subnets", from: [object("vpc_config.Subnets")] },
  { path: "VpcConfig.SecurityGroupIds", from: [object("vpc_config.SecurityGroupIds")] },
  { path: "EnableNetworkIsolation", from: [object("enable_network_isolation")], leftOut: false },
  { path: "ExecutionRoleArn", from: [object("role")], convert: roleArn },
  {
    path: "PrimaryContainer.Image",
    from: [object("image_uri")],
    leftOut: "",
    leftOutBy: frameworkModels,
  },
  { path: "PrimaryContainer.ModelDataUrl", from: [object("model_data")], shape: plainModelData },
];

/** The settings are those of the model that it is given, if it is given one. */
const ofModel = (steps: string): readonly Source[] => [
  { ...object(`model.${steps}`), evenNone: true },
  object(steps),
];

/** Isolation is said by whoever makes the model. */
export const createModel: Filling = {
  method: "sagemaker.session.Session.create_model",
  except: ["EnableNetworkIsolation"],
};

/** Also of several containers. `absorbs`: what it is made of. */
function model(
  base: string,
  fields = modelFields,
  absorbs: readonly string[] = [],
  deployRaises?: Sending["deployRaises"],
): Family {
  return {
    base,
    absorbs,
    attributes: new Map([["enable_network_isolation", "_enable_network_isolation"]]),
    methods: ["enable_network_isolation"],
    objects: new Map(),
    sends: [
      {
        operation: "CreateModel",
        methods: new Set(["create", "deploy", "transformer", "right_size"]),
        ...(deployRaises ? { deployRaises } : {}),
        raises: refusedModel,
        raisesInPipelines: refusedWithoutImage,
        shownAt: "construction",
        unlaunched: true,
        halfVpc: "botocore refuses",
        fields,
        filling: createModel,
      },
      { ...registration, raises: refusedRegistering, raisesInPipelines: refusedWithoutImage },
      ...endpointSendings,
      { ...compilation("compile", launch("role")), raises: refusedCompilation },
      { ...edgePackaging, raises: (raising) => refusedMethod(raising) ?? notCompiled(raising) },
      {
        ...recommendation({ path: "RoleArn", from: [object("role")], convert: roleArn }),
        raises: refusedModel,
      },
    ],
  };
}

/** What is tried on several instance types is the package, of which no model is made for that. */
function modelPackages(): Family {
  const family = model("sagemaker.model.ModelPackage", modelFields, [], refusedDeploy);
  const sends = family.sends.map((sending) =>
    sending.operation === "CreateModel"
      ? { ...sending, methods: new Set([...sending.methods].filter((method) => method !== "right_size")) }
      : sending,
  );
  return { ...family, sends };
}

/** A version of a model package has no network and no keys; they are given where it is deployed. */
export const registration: Sending = {
  operation: "CreateModelPackage",
  methods: new Set(["register"]),
  shownAt: "construction",
  unlaunched: false,
  insteadOf: "CreateModel",
  halfVpc: "botocore refuses",
  fields: [],
};

const transformed = "TransformInput.DataSource.S3DataSource";

export const transformers: Family = {
  base: "sagemaker.transformer.Transformer",
  attributes: new Map(),
  objects: new Map(),
  sends: [
    {
      operation: "CreateTransformJob",
      methods: new Set(["transform"]),
      shownAt: "construction",
      unlaunched: true,
      halfVpc: "botocore refuses",
      fields: [
        { path: "TransformResources.VolumeKmsKeyId", from: [object("volume_kms_key")] },
        { path: "TransformOutput.KmsKeyId", from: [object("output_kms_key")] },
        { path: "TransformResources.InstanceType", from: [object("instance_type")], sendsNone: true },
        { path: "TransformResources.InstanceCount", from: [object("instance_count")], sendsNone: true },
        { path: "TransformOutput.S3OutputPath", from: [object("output_path")], shape: orDefaultBucket },
        {
          path: `${transformed}.S3DataType`,
          from: [launch("data_type")],
          shape: (type) => type ?? constant("S3Prefix"),
        },
        { path: `${transformed}.S3Uri`, from: [launch("data")] },
        { path: "TransformInput.ContentType", from: [launch("content_type")] },
        { path: "TransformInput.CompressionType", from: [launch("compression_type")] },
        { path: "TransformInput.SplitType", from: [launch("split_type")] },
        { path: "ModelName", from: [object("model_name")] },
      ],
      filling: { method: "sagemaker.session.Session.transform" },
    },
  ],
};

/** The first whose `base` a class descends from applies. */
export const modelFamilies: readonly Family[] = [
  model(
    "sagemaker.multidatamodel.MultiDataModel",
    modelFields.map((mapped) => ({
      ...mapped,
      from: mapped.from.flatMap(({ steps }) => ofModel(steps.join("."))),
    })),
    ["model"],
  ),
  model("sagemaker.jumpstart.model.JumpStartModel", ofSpecification(modelFields)),
  modelPackages(),
  model("sagemaker.model.Model", modelFields, [], refusedDeploy),
  {
    ...model("sagemaker.pipeline.PipelineModel", modelFields, ["models"]),
    withoutRole: "An AWS IAM role is required to create a Pipeline Model.",
  },
  modelBuilders,
  transformers,
];
