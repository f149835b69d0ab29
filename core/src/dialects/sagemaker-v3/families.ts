import type { FieldPath, Json } from "../../requests/request.js";
import { launch, object, type Family, type Mapped, type Unsent } from "../sagemaker-v2/family.js";
import { transformers } from "../sagemaker-v2/model-families.js";
import { remote } from "../sagemaker-v2/training-families.js";

/*
 * What the classes of SDK 3.27.0 send that work as SDK v2's do: an object, and a method that sends it. Each row was
 * seen with the real SDK (test/sdk).
 */

const client = "sagemaker-v3";

/** A name is looked up when the notebook runs. */
const roleArn = (value: Json) =>
  typeof value === "string" && value.startsWith("arn:") && value.includes(":iam::") ? value : undefined;

const ownRole = "it is the role of who runs the notebook";

/** `_network` and `_isolation`: what the constructor takes from its Networking, see construct.ts. */
const modelFields: readonly Mapped[] = [
  { path: "VpcConfig.Subnets", from: [object("network.subnets")] },
  { path: "VpcConfig.SecurityGroupIds", from: [object("network.security_group_ids")] },
  {
    path: "EnableNetworkIsolation",
    from: [object("_isolation"), object("network.enable_network_isolation")],
    leftOut: false,
  },
  {
    path: "ExecutionRoleArn",
    from: [launch("role_arn"), object("role_arn")],
    convert: roleArn,
    unknown: ownRole,
  },
];

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
      methods: new Set(["build"]),
      shownAt: "construction",
      unlaunched: true,
      halfVpc: "botocore refuses",
      fields: modelFields,
      unsent: [
        ofTrainer("subnets", "vpcConfig", "VpcConfig.Subnets"),
        ofTrainer("security_group_ids", "vpcConfig", "VpcConfig.SecurityGroupIds"),
        ofTrainer("enable_network_isolation", "networkIsolation", "EnableNetworkIsolation"),
      ],
    },
    {
      operation: "CreateEndpointConfig",
      methods: new Set(["deploy"]),
      shownAt: "launch",
      unlaunched: false,
      halfVpc: "botocore refuses",
      fields: [{ path: "KmsKeyId", from: [launch("kms_key")] }],
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
      fields: sending.fields.map((mapped) => ({ ...mapped, leftOut: "" })),
    })),
  },
  { ...remote("sagemaker.core.remote_function.client.RemoteExecutor", ["submit", "map"]), client },
  { ...remote("sagemaker.core.remote_function.client.remote", ["__call__"]), client },
];
