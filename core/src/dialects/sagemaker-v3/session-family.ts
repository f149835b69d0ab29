import { endpoint, endpointUpdate } from "../sagemaker-v2/endpoint-sendings.js";
import { launch, type Family, type Mapped, type Sending } from "../sagemaker-v2/family.js";
import { roleArn } from "../sagemaker-v2/role-arn.js";

/*
 * What the methods of SDK 3.27.0's Session send of their own arguments. Each row was seen with the real SDK (test/sdk).
 */

const session = "sagemaker.core.helper.session_helper.Session";

const isolation: Mapped = { path: "EnableNetworkIsolation", from: [launch("enable_network_isolation")] };
const settings: readonly Mapped[] = [
  { path: "VpcConfig.Subnets", from: [launch("vpc_config.Subnets")] },
  { path: "VpcConfig.SecurityGroupIds", from: [launch("vpc_config.SecurityGroupIds")] },
  { path: "ExecutionRoleArn", from: [launch("role")], convert: roleArn },
];
const modelFields: readonly Mapped[] = [...settings, { ...isolation, leftOut: false, leftOutForGood: true }];

function sending(operation: string, method: string, filledBy: string, fields: readonly Mapped[]): Sending {
  return {
    operation,
    methods: new Set([method]),
    shownAt: "launch",
    unlaunched: false,
    halfVpc: "botocore refuses",
    fields,
    filling: { method: `${session}.${filledBy}` },
  };
}

/** An endpoint's flag is sent also when it is False. */
const endpointFields: readonly Mapped[] = [
  ...settings,
  isolation,
  { path: "KmsKeyId", from: [launch("kms_key")] },
];

export const sessions: Family = {
  base: session,
  client: "sagemaker-v3",
  isService: true,
  attributes: new Map(),
  objects: new Map(),
  sends: [
    sending("CreateModel", "create_model", "create_model", modelFields),
    sending("CreateInferenceRecommendationsJob", "create_inference_recommendations_job", "", [
      { path: "RoleArn", from: [launch("role")], convert: roleArn },
    ]),
    ...["create_endpoint_config", "endpoint_from_production_variants"].map((method) =>
      sending("CreateEndpointConfig", method, "_build_endpoint_config_request", endpointFields),
    ),
    endpoint("create_endpoint", "endpoint_name", "config_name"),
    endpoint("endpoint_from_production_variants", "name"),
    endpointUpdate("update_endpoint", [launch("endpoint_name")], [launch("endpoint_config_name")]),
  ],
};
