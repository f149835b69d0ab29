import { isAbsent } from "../../requests/field-of.js";
import type { Value } from "../../python/value.js";
import { unknown, type Made } from "../structures/structure.js";
import { endpointKind } from "./endpoint-kind.js";
import { component, componentSettings, endpointOrUpdate, ofModelEndpoint } from "./endpoint-sendings.js";
import { launch, object, type Family, type Mapped, type Sending } from "./family.js";
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

/** For a batch transform `deploy` gives a transformer, and makes no endpoint. */
export const isNoBatchTransform: NonNullable<Sending["isSent"]> = (look) => {
  const given = look(launch("inference_config"));
  return given?.kind !== "object" || !given.type.endsWith(".BatchTransformInferenceConfig");
};

/** Version 3 may be the one that runs. */
const unsure = object("_unsure");

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
      filling: { method: "sagemaker.session.Session.create_model", except: ["ExecutionRoleArn"] },
    },
    optimization,
    {
      operation: "CreateEndpointConfig",
      methods: new Set(["deploy"]),
      shownAt: "launch",
      unlaunched: false,
      halfVpc: "botocore refuses",
      isSent: isNoBatchTransform,
      fields: [
        { path: "KmsKeyId", from: [unsure] },
        {
          path: "AsyncInferenceConfig.OutputConfig.KmsKeyId",
          from: [launch("inference_config.kms_key_id")],
          shape: ofModelEndpoint,
        },
        ...componentSettings(
          "vpc_config.Subnets",
          "vpc_config.SecurityGroupIds",
          "_enable_network_isolation",
          "role_arn",
        ),
      ],
      ownType: "ml.c5.xlarge",
      filling: {
        method: "sagemaker.session.Session.endpoint_from_production_variants",
        except: ["AsyncInferenceConfig.OutputConfig.KmsKeyId", "DataCaptureConfig.KmsKeyId"],
      },
      unsent: [{ from: launch("kms_key"), setting: "volumeKmsKeyId", unless: unsure }],
    },
    ...endpointOrUpdate().map((sending) => ({
      ...withoutNameOfComponents(sending),
      isSent: isNoBatchTransform,
    })),
    withoutNameOfComponents(component()),
  ],
};

/** An endpoint of components is not given the name that `deploy` is told. */
function withoutNameOfComponents(sending: Sending): Sending {
  const named = (fields: readonly Mapped[]) =>
    fields.map((mapped): Mapped =>
      /^Endpoint(?:Config)?Name$/.test(mapped.path) ? { ...mapped, shape: ofOneModel } : mapped,
    );
  return { ...sending, fields: named(sending.fields) };
}

/** What `deploy` is told of an endpoint: one of components is not given its name. */
function ofOneModel(value: Value | undefined, { look }: Made): Value {
  return value !== undefined && !isAbsent(value) && endpointKind(look) === "model"
    ? value
    : unknown("the SDK makes a name");
}
