import { object, type Family } from "./family.js";
import { roleArn } from "./role-arn.js";

/*
 * What the SageMaker Spark SDK 1.4.5 sends, by its Scala code: a job of `fit`, a model of SageMakerModel. It knows no
 * VpcConfig, no isolation and no volume key. What `fit` makes afterwards to serve the model is not listed.
 *
 * @source github.com/aws/sagemaker-spark, SageMakerEstimator.scala, SageMakerModel.scala
 */

const client = "sagemaker-pyspark";
const ofConfiguration = "it comes from Spark's configuration";

export const pysparkFamilies: readonly Family[] = [
  {
    base: "sagemaker_pyspark.SageMakerEstimator.SageMakerEstimatorBase",
    client,
    attributes: new Map(),
    objects: new Map(),
    sends: [
      {
        operation: "CreateTrainingJob",
        methods: new Set(["fit"]),
        shownAt: "construction",
        unlaunched: true,
        halfVpc: "botocore refuses",
        fields: [
          { path: "OutputDataConfig.KmsKeyId", from: [object("trainingKmsKeyId")] },
          { path: "ResourceConfig.InstanceType", from: [object("trainingInstanceType")] },
          { path: "ResourceConfig.InstanceCount", from: [object("trainingInstanceCount")] },
          {
            path: "ResourceConfig.VolumeSizeInGB",
            from: [object("trainingInstanceVolumeSizeInGB")],
            default: 1024,
          },
          {
            path: "StoppingCondition.MaxRuntimeInSeconds",
            from: [object("trainingMaxRuntimeInSeconds")],
            default: 86400,
          },
          {
            path: "RoleArn",
            from: [object("sagemakerRole.role")],
            convert: roleArn,
            unknown: ofConfiguration,
          },
        ],
      },
    ],
  },
  {
    base: "sagemaker_pyspark.SageMakerModel.SageMakerModel",
    client,
    attributes: new Map(),
    objects: new Map(),
    sends: [
      {
        operation: "CreateModel",
        methods: new Set(["transform"]),
        shownAt: "construction",
        unlaunched: true,
        halfVpc: "botocore refuses",
        unless: object("existingEndpointName"),
        fields: [
          {
            path: "ExecutionRoleArn",
            from: [object("modelExecutionRoleARN")],
            convert: roleArn,
            unknown: ofConfiguration,
          },
        ],
      },
    ],
  },
];
