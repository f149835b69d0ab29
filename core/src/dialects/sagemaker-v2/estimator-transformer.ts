import { orDefaultBucket } from "../structures/places-in-s3.js";
import { launch, object, type Sending } from "./family.js";
import { createModel, transformers } from "./model-families.js";
import { roleArn } from "./role-arn.js";

/** One of several steps that a step of the notebook comes to. */
export interface StepPart {
  /** The step's name follows the notebook's. */
  readonly suffix: string;
  readonly sending: Sending;
}

const model: Sending = {
  operation: "CreateModel",
  methods: new Set(),
  shownAt: "construction",
  unlaunched: false,
  halfVpc: "botocore refuses",
  filling: createModel,
  fields: [
    ...["Subnets", "SecurityGroupIds"].map((member) => ({
      path: `VpcConfig.${member}`,
      from: [],
      leftBehind: {
        of: object(member === "Subnets" ? "subnets" : "security_group_ids"),
        what: "VPC of the estimator",
      },
    })),
    {
      path: "EnableNetworkIsolation",
      from: [launch("enable_network_isolation")],
      leftOut: false,
      leftBehind: { of: object("enable_network_isolation"), what: "network isolation of the estimator" },
    },
    { path: "ExecutionRoleArn", from: [object("role")], convert: roleArn },
  ],
};

/** The transformer's settings are arguments of the step, its inputs a TransformInput. */
const transform: readonly Sending[] = transformers.sends.map((sending) => ({
  ...sending,
  fields: sending.fields.flatMap((mapped) => {
    if (mapped.path === "ModelName") return [];
    const isInput = mapped.path.startsWith("TransformInput.");
    const from = mapped.from.map(({ steps }) =>
      launch([...(isInput ? ["transform_inputs"] : []), ...steps].join(".")),
    );
    return [
      { ...mapped, from, ...(mapped.path.endsWith(".S3OutputPath") ? { shape: orDefaultBucket } : {}) },
    ];
  }),
}));

/**
 * What EstimatorTransformer comes to: a model that has nothing of the estimator but role and image, and its transform
 * job.
 *
 * @source sagemaker 2.257.7, workflow/step_collections.py
 */
export const estimatorTransformer: readonly StepPart[] = [
  { suffix: "CreateModelStep", sending: model },
  ...transform.map((sending) => ({ suffix: "TransformStep", sending })),
];
