import { sagemakerSdk } from "../../catalog/sagemaker.js";
import type { Unheeded } from "../sdk-defaults/apply-defaults.js";
import { autoMlChannels, autoMlV2Channels } from "../structures/automl-channels.js";
import { pythonTypeName } from "../../requests/python-text.js";
import type { Refusal } from "../../requests/request.js";
import { orDefaultBucket } from "../structures/places-in-s3.js";
import { launch, object, type Family, type Raising } from "./family.js";
import { endpoint, endpointConfig } from "./endpoint-sendings.js";
import { roleArn } from "./role-arn.js";
import { notSearched } from "./too-early.js";
import { valueError } from "./value-error.js";
import { isTruthy } from "./values.js";

/** The class reads the section of version 1. */
const autoMlV2: Unheeded = {
  section: "AutoMLJobV2",
  paths: [
    "SecurityConfig.VpcConfig.Subnets",
    "SecurityConfig.VpcConfig.SecurityGroupIds",
    "SecurityConfig.VolumeKmsKeyId",
    "SecurityConfig.EnableInterContainerTrafficEncryption",
    "OutputDataConfig.KmsKeyId",
  ],
};

/** AutoML jobs of both versions, which say so when traffic is not encrypted. */
function autoMl(base: string, operation: string, security: string, method: string): Family {
  return {
    base,
    attributes: new Map(),
    withoutRole: "An AWS IAM role is required to create an AutoML job.",
    objects: new Map(),
    sends: [
      {
        operation,
        methods: new Set(["fit"]),
        shownAt: "construction",
        unlaunched: true,
        halfVpc: "botocore refuses",
        raises: refusedProblem,
        filling: { method: `sagemaker.session.Session.${method}` },
        ...(operation === "CreateAutoMLJobV2" ? { unheeded: autoMlV2 } : {}),
        fields: [
          { path: `${security}.VpcConfig.Subnets`, from: [object("vpc_config.Subnets")] },
          { path: `${security}.VpcConfig.SecurityGroupIds`, from: [object("vpc_config.SecurityGroupIds")] },
          { path: `${security}.VolumeKmsKeyId`, from: [object("volume_kms_key")], leftOut: "" },
          { path: "OutputDataConfig.KmsKeyId", from: [object("output_kms_key")] },
          {
            path: `${security}.EnableInterContainerTrafficEncryption`,
            from: [object("encrypt_inter_container_traffic")],
            default: false,
            forNone: false,
          },
          { path: "RoleArn", from: [object("role")], convert: roleArn },
          { path: "OutputDataConfig.S3OutputPath", from: [object("output_path")], shape: orDefaultBucket },
          ...(operation === "CreateAutoMLJob"
            ? [{ path: "InputDataConfig", from: [launch("inputs")], shape: autoMlChannels }]
            : [
                {
                  path: "AutoMLJobInputDataConfig",
                  from: [launch("inputs")],
                  shape: autoMlV2Channels,
                },
              ]),
        ],
      },
      // The job's own network and key are not handed on
      {
        operation: "CreateModel",
        methods: new Set(["deploy"]),
        deployRaises: notSearched,
        shownAt: "launch",
        unlaunched: false,
        halfVpc: "botocore refuses",
        fields: [
          {
            path: "VpcConfig.Subnets",
            from: [launch("vpc_config.Subnets")],
            leftBehind: { of: object("vpc_config.Subnets"), what: "VPC of the AutoML job" },
          },
          {
            path: "VpcConfig.SecurityGroupIds",
            from: [launch("vpc_config.SecurityGroupIds")],
            leftBehind: { of: object("vpc_config.SecurityGroupIds"), what: "VPC of the AutoML job" },
          },
          { path: "EnableNetworkIsolation", from: [launch("enable_network_isolation")], leftOut: false },
          { path: "ExecutionRoleArn", from: [object("role")], convert: roleArn },
        ],
      },
      // Told where it raises: what it gives sends the request
      {
        operation: "CreateModel",
        methods: new Set(["create_model"]),
        isSent: (look) => notSearched(look) !== undefined,
        raises: ({ look }) => notSearched(look),
        shownAt: "launch",
        unlaunched: false,
        halfVpc: "botocore refuses",
        fields: [],
      },
      {
        ...endpointConfig,
        fields: [{ path: "KmsKeyId", from: [launch("model_kms_key")], leftOut: "", leftOutForGood: true }],
      },
      endpoint("deploy", "endpoint_name"),
    ],
  };
}

export const autoMlFamilies: readonly Family[] = [
  autoMl("sagemaker.automl.automl.AutoML", "CreateAutoMLJob", "AutoMLJobConfig.SecurityConfig", "auto_ml"),
  autoMl("sagemaker.automl.automlv2.AutoMLV2", "CreateAutoMLJobV2", "SecurityConfig", "create_auto_ml_v2"),
];

/**
 * What the constructors raise, and `fit` of version 2 where the problem is no object of the SDK.
 *
 * @source sagemaker 2.257.7, automl/automl.py and automlv2.py, _check_problem_type_and_job_objective; _load_config
 */
function refusedProblem({ look, type }: Raising): Refusal | undefined {
  const isFirst = sagemakerSdk.isA(type, "sagemaker.automl.automl.AutoML");
  const problem = look(object("problem_config"));
  const kind = problem === undefined ? undefined : pythonTypeName(problem);
  if (!isFirst && kind !== undefined)
    return { error: "AttributeError", message: `'${kind}' object has no attribute 'to_request_dict'` };
  // Only tables are of several types
  if (!isFirst && !(problem?.kind === "object" && problem.type === tabular)) return undefined;
  const both = [isFirst ? "problem_type" : "problem_config.problem_type", "job_objective"].map((steps) =>
    isTruthy(look(object(steps))),
  );
  return both.includes(true) && both.includes(false)
    ? valueError(
        "One of problem type and objective metric provided. Either both of them should be provided or none of them should be provided.",
      )
    : undefined;
}

const tabular = "sagemaker.automl.automlv2.AutoMLTabularConfig";
