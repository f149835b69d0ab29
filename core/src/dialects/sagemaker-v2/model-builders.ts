import { endpointOrUpdate } from "./endpoint-sendings.js";
import { launch, object, type Family, type Sending } from "./family.js";
import { roleArn } from "./role-arn.js";
import { notBuilt } from "./too-early.js";

/** The job that optimizes a model: network and key are those of the call alone. */
export const optimization: Sending = {
  operation: "CreateOptimizationJob",
  methods: new Set(["optimize"]),
  shownAt: "launch",
  unlaunched: false,
  halfVpc: "botocore refuses",
  fields: [
    { path: "VpcConfig.Subnets", from: [launch("vpc_config.Subnets")] },
    { path: "VpcConfig.SecurityGroupIds", from: [launch("vpc_config.SecurityGroupIds")] },
    { path: "OutputConfig.KmsKeyId", from: [launch("kms_key")] },
    {
      path: "StoppingCondition.MaxRuntimeInSeconds",
      from: [launch("max_runtime_in_sec")],
      default: 36000,
    },
    {
      path: "RoleArn",
      from: [launch("role_arn"), object("role_arn")],
      convert: roleArn,
      unknown: "it is the role of who runs the notebook",
    },
  ],
};

/** Builds a model of SDK v2: it has a `deploy` of its own, which does not take the endpoint's key along. */
export const modelBuilders: Family = {
  base: "sagemaker.serve.builder.model_builder.ModelBuilder",
  attributes: new Map(),
  objects: new Map(),
  sends: [
    {
      operation: "CreateModel",
      methods: new Set(["deploy"]),
      deployRaises: notBuilt,
      shownAt: "construction",
      unlaunched: true,
      halfVpc: "botocore refuses",
      fields: [
        { path: "VpcConfig.Subnets", from: [object("vpc_config.Subnets")] },
        { path: "VpcConfig.SecurityGroupIds", from: [object("vpc_config.SecurityGroupIds")] },
        { path: "EnableNetworkIsolation", from: [object("_enable_network_isolation")], leftOut: false },
        {
          path: "ExecutionRoleArn",
          from: [object("role_arn")],
          convert: roleArn,
          unknown: "it is the role of who runs the notebook",
        },
      ],
    },
    optimization,
    {
      operation: "CreateEndpointConfig",
      methods: new Set(["deploy"]),
      shownAt: "launch",
      unlaunched: false,
      halfVpc: "botocore refuses",
      fields: [],
      unsent: [{ from: launch("kms_key"), setting: "volumeKmsKeyId" }],
    },
    ...endpointOrUpdate(),
  ],
};
