import { isAbsent } from "../../requests/field-of.js";
import type { FieldPath, Json, Refusal } from "../../requests/request.js";
import {
  component,
  componentSettings,
  endpointOrUpdate,
  ofModelEndpoint,
} from "../sagemaker-v2/endpoint-sendings.js";
import { refusedComponentOfBuilder, refusedDeployOfBuilder } from "../sagemaker-v2/endpoint-kind.js";
import {
  launch,
  object,
  type Family,
  type Mapped,
  type Raising,
  type Source,
  type Unsent,
} from "../sagemaker-v2/family.js";
import { notBuiltBefore } from "../sagemaker-v2/too-early.js";
import { recommendation, registration, transformers } from "../sagemaker-v2/model-families.js";
import { isNoBatchTransform, optimization } from "../sagemaker-v2/model-builders.js";
import { monitorFamilies } from "../sagemaker-v2/monitor-families.js";
import { remote } from "../sagemaker-v2/training-families.js";
import { builtData, builtDataSource, builtImage } from "../structures/places-in-s3.js";
import { memberData, refusedMember } from "./pydantic-types.js";
import { refusedSize, refusedTuples } from "./refusals.js";
import { sessions } from "./session-family.js";
import { isTruthy } from "../sagemaker-v2/values.js";
import { stepFamilies } from "./step-families.js";

/*
 * What the classes of SDK 3.27.0 send that work as SDK v2's do: an object, and a method that sends it. Each row was
 * seen with the real SDK (test/sdk).
 */

const client = "sagemaker-v3";

/** A name is looked up when the notebook runs. */
const roleArn = (value: Json) =>
  typeof value === "string" && value.startsWith("arn:") && value.includes(":iam::") ? value : undefined;

const buildsEndpointConfig = "sagemaker.core.helper.session_helper.Session._build_endpoint_config_request";

const ownRole = "it is the role of who runs the notebook";

/** `_network` and `_isolation`: what the constructor takes from its Networking, see construct.ts. */
const modelFields: readonly Mapped[] = [
  {
    path: "VpcConfig.Subnets",
    from: [assigned("vpc_config.Subnets"), object("network.vpc_config.Subnets"), object("network.subnets")],
  },
  {
    path: "VpcConfig.SecurityGroupIds",
    from: [
      assigned("vpc_config.SecurityGroupIds"),
      object("network.vpc_config.SecurityGroupIds"),
      object("network.security_group_ids"),
    ],
  },
  {
    path: "EnableNetworkIsolation",
    from: [
      assigned("_enable_network_isolation"),
      object("_isolation"),
      object("network.enable_network_isolation"),
    ],
    leftOut: false,
    leftOutForGood: true,
    // Without a network it is False before the defaults are looked at
    filledWith: [object("network")],
  },
  {
    path: "ExecutionRoleArn",
    from: [launch("role_arn"), object("role_arn")],
    convert: roleArn,
    unknown: ownRole,
  },
  { path: "PrimaryContainer.Image", from: [object("image_uri")], shape: builtImage },
  { path: "PrimaryContainer.ModelDataUrl", from: [object("s3_model_data_url")], shape: builtData },
  { path: "PrimaryContainer.ModelDataSource", from: [object("s3_model_data_url")], shape: builtDataSource },
];

/** What the constructor makes of its Networking, where the notebook sets it to something else before `build()`. */
function assigned(steps: string): Source {
  return { ...object(steps), evenNone: true, orDefaults: true };
}

/** The model of a trainer does not run where the trainer did. */
function ofTrainer(name: string, setting: Unsent["setting"], instead: FieldPath): Unsent {
  const from = object(`model.networking.${name}`);
  return { from, setting, of: "ModelTrainer", unless: object("network"), instead };
}

const modelBuilders: Family = {
  base: "sagemaker.serve.model_builder.ModelBuilder",
  client,
  attributes: new Map([["network", "_network"]]),
  objects: new Map([["network", "sagemaker.train.configs.Networking"]]),
  sends: [
    {
      operation: "CreateModel",
      methods: new Set(["build", "optimize"]),
      shownAt: "construction",
      unlaunched: true,
      halfVpc: "botocore refuses",
      fields: modelFields,
      raises: refusedBuild,
      filling: {
        method: "sagemaker.serve.model_builder.ModelBuilder._create_sagemaker_model",
        except: ["ExecutionRoleArn"],
      },
      unsent: [
        ofTrainer("subnets", "vpcConfig", "VpcConfig.Subnets"),
        ofTrainer("security_group_ids", "vpcConfig", "VpcConfig.SecurityGroupIds"),
        ofTrainer("enable_network_isolation", "networkIsolation", "EnableNetworkIsolation"),
      ],
    },
    registration,
    optimization,
    recommendation({ path: "RoleArn", from: [object("role_arn")], convert: roleArn, unknown: ownRole }),
    {
      operation: "CreateEndpointConfig",
      methods: new Set(["deploy"]),
      deployRaises: refusedDeployOfBuilder,
      shownAt: "launch",
      unlaunched: false,
      halfVpc: "botocore refuses",
      fields: [
        { path: "KmsKeyId", from: [launch("kms_key")], leftOut: "", leftOutForGood: true },
        {
          path: "AsyncInferenceConfig.OutputConfig.KmsKeyId",
          from: [launch("inference_config.kms_key_id")],
          shape: ofModelEndpoint,
        },
        {
          path: "DataCaptureConfig.KmsKeyId",
          from: [launch("data_capture_config.kms_key_id")],
          shape: ofModelEndpoint,
        },
        {
          path: "DataCaptureConfig.EnableCapture",
          from: [launch("data_capture_config.enable_capture")],
          shape: ofModelEndpoint,
        },
        ...componentSettings(
          "vpc_config.Subnets network.subnets",
          "vpc_config.SecurityGroupIds network.security_group_ids",
          "_enable_network_isolation _isolation network.enable_network_isolation",
          "role_arn",
        ),
      ],
      isSent: isNoBatchTransform,
      choosesType: true,
      filling: {
        method: buildsEndpointConfig,
        except: ["AsyncInferenceConfig.OutputConfig.KmsKeyId", "DataCaptureConfig.KmsKeyId"],
      },
    },
    ...endpointOrUpdate("endpoint").map((sending) => ({ ...sending, isSent: isNoBatchTransform })),
    component(refusedComponentOfBuilder),
  ],
};

/**
 * Without an image there has to be something to find one for.
 *
 * @source sagemaker 3.27.0, serve/model_builder.py, _build_single_modelbuilder, _save_model_inference_spec
 */
function refusedBuild({ look, method }: Raising): Refusal | undefined {
  const model = look(object("model"));
  // A trainer of JumpStart's has no image
  const isNone =
    isAbsent(model) ||
    (model?.kind === "object" &&
      model.type === "sagemaker.train.model_trainer.ModelTrainer" &&
      isTruthy(model.members.get("training_image")) === true);
  const isMissing = ["image_uri", "inference_spec", "model_metadata", "model_server"].every(
    (name) => isTruthy(look(object(name))) === false,
  );
  return method === "build" && isNone && isMissing
    ? { error: "ValueError", message: "Cannot detect required model or inference spec" }
    : undefined;
}

/** The SDK puts these keys into a model that has them under another name, and no others. */
const extraMembers = ["TransformOutput.KmsKeyId", "TransformResources.VolumeKmsKeyId"].map((path) => {
  const [model = "", member = ""] = path.split(".");
  return {
    key: `SageMaker.TransformJob.${path}`,
    refusal: {
      error: "ValidationError",
      message: `1 validation error for ${model}: ${member}: Extra inputs are not permitted`,
    },
  };
});

/** The model of the resources takes no None. */
function refusedResources({ look }: Raising): Refusal | undefined {
  const count = refusedMember("instance_count", look(object("instance_count")));
  if (count !== undefined) return { error: "ValidationError", message: `TransformResources: ${count}` };
  const name = ["instance_type", "instance_count"].find((one) => isAbsent(look(object(one))));
  return name === undefined
    ? undefined
    : { error: "ValidationError", message: `TransformResources: ${name}: input should not be None` };
}

/** Trains adapters call by call; the session has the client's network where the call has none. */
const trainingSessions: Family = {
  base: "sagemaker.train.training_session.service_client.ServiceClient",
  client,
  isService: true,
  attributes: new Map(),
  objects: new Map(),
  sends: [
    {
      operation: "CreateTrainingSession",
      methods: new Set(["create_lora_training_client"]),
      shownAt: "launch",
      unlaunched: false,
      halfVpc: "botocore refuses",
      fields: [
        {
          path: "VpcConfig.Subnets",
          from: [launch("vpc_config.subnets"), object("vpc_config.subnets")],
        },
        {
          path: "VpcConfig.SecurityGroupIds",
          from: [launch("vpc_config.security_group_ids"), object("vpc_config.security_group_ids")],
        },
        {
          path: "OutputConfig.S3Location.KmsKeyArn",
          from: [launch("kms_key_arn"), object("kms_key_arn")],
        },
        { path: "RoleArn", from: [object("role_arn")] },
      ],
    },
  ],
};

/** The first whose `base` a class descends from applies. */
export const families: readonly Family[] = [
  modelBuilders,
  {
    ...transformers,
    base: "sagemaker.core.transformer.Transformer",
    client,
    // sagemaker-core leaves empty texts out of structures
    sends: transformers.sends.map((sending) => ({
      ...sending,
      fields: sending.fields.map((mapped) => ({
        ...mapped,
        leftOut: "",
        sendsNone: false,
        ...(mapped.path === "TransformResources.InstanceCount"
          ? { convert: (count: Json) => memberData("instance_count", count) }
          : {}),
      })),
      raises: (raising) => notBuiltBefore(raising.look) ?? refusedResources(raising),
      raisesFor: extraMembers,
    })),
  },
  ...monitorFamilies.map(monitorOfThree),
  sessions,
  trainingSessions,
  ...stepFamilies,
  { ...remote("sagemaker.core.remote_function.client.RemoteExecutor", ["submit", "map"]), client },
  { ...remote("sagemaker.core.remote_function.client.remote", ["__call__"]), client },
];

/** The monitors send what version 2's send, but fill in their defaults as version 3 does. */
function monitorOfThree(family: Family): Family {
  return {
    ...family,
    client,
    base: family.base.replace(/^sagemaker\./, "sagemaker.core."),
    objects: new Map([["network_config", "sagemaker.core.network.NetworkConfig"]]),
    sends: family.sends.map(({ filling, ...sending }) => ({
      ...sending,
      // sagemaker-core leaves None out
      fields: sending.fields.map((mapped) => ({ ...mapped, sendsNone: false })),
      ...(filling
        ? { filling: { ...filling, method: "sagemaker.core.processing.Processor._start_new" } }
        : {}),
      ...(sending.operation === "CreateProcessingJob"
        ? {
            raises: ({ look }) =>
              refusedTuples(look(object("network_config"))) ?? refusedSize(look(object("volume_size_in_gb"))),
          }
        : {}),
    })),
  };
}
