import assert from "node:assert/strict";
import {
  CreateHyperParameterTuningJobCommand,
  CreateModelCommand,
  CreateNotebookInstanceCommand,
  CreateProcessingJobCommand,
  CreateTrainingJobCommand,
  CreateTransformJobCommand,
  SageMakerClient,
  type CreateTrainingJobCommandInput,
} from "@aws-sdk/client-sagemaker";
import type { SampleAccount } from "./sample-account.js";

const role = "arn:aws:iam::111122223333:role/training";

/**
 * Has the sample account accept jobs: `in-private-subnet` is in order, `in-public-subnet`, `clean` (a group of another
 * VPC), `tune` (a volume key on local storage) and `scorer` (a subnet that is not there) are what they are called, each
 * with a secret in what nobody may read: `hunter2`. To be run with the account's environment.
 */
export async function submitJobs({ ids }: SampleAccount): Promise<void> {
  const client = new SageMakerClient({});
  const idOf = (name: string): string => ids[name] ?? assert.fail(name);
  const group = idOf("securityGroup.sagemaker-training");
  const vpc = (subnet: string, ofGroup = group) => ({ Subnets: [subnet], SecurityGroupIds: [ofGroup] });
  const key = idOf("key.training");
  const training = (
    TrainingJobName: string,
    more: Partial<CreateTrainingJobCommandInput>,
  ): CreateTrainingJobCommandInput => ({
    TrainingJobName,
    AlgorithmSpecification: { TrainingImage: "image", TrainingInputMode: "File" },
    RoleArn: role,
    HyperParameters: { password: "hunter2" },
    Environment: { TOKEN: "hunter2" },
    OutputDataConfig: { S3OutputPath: "s3://ml-prod-flow-logs-111122223333/out", KmsKeyId: key },
    ResourceConfig: {
      InstanceType: "ml.m5.xlarge",
      InstanceCount: 1,
      VolumeSizeInGB: 30,
      VolumeKmsKeyId: key,
    },
    StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    ...more,
  });
  for (const [name, more] of Object.entries({
    "in-public-subnet": { VpcConfig: vpc(idOf("subnet.ml-prod-public-a")) },
    "in-private-subnet": { VpcConfig: vpc(idOf("subnet.ml-prod-private-a")) },
    "without-vpc": {},
    twice: {},
  }))
    await client.send(new CreateTrainingJobCommand(training(name, more)));
  await client.send(
    new CreateProcessingJobCommand({
      ProcessingJobName: "clean",
      RoleArn: role,
      AppSpecification: { ImageUri: "image" },
      ProcessingResources: {
        ClusterConfig: {
          InstanceType: "ml.m5.xlarge",
          InstanceCount: 1,
          VolumeSizeInGB: 30,
          VolumeKmsKeyId: key,
        },
      },
      NetworkConfig: {
        VpcConfig: vpc(idOf("subnet.ml-prod-private-a"), idOf("securityGroup.analytics-only")),
      },
    }),
  );
  for (const [name, subnet] of [
    ["scorer", "subnet-0123456789abcdef0"],
    ["twice", idOf("subnet.ml-prod-private-a")],
  ] as const) {
    await client.send(
      new CreateModelCommand({
        ModelName: name,
        ExecutionRoleArn: role,
        PrimaryContainer: { Image: "image", Environment: { TOKEN: "hunter2" } },
        VpcConfig: vpc(subnet),
      }),
    );
  }
  await client.send(
    new CreateTransformJobCommand({
      TransformJobName: "score",
      ModelName: "scorer",
      TransformInput: {
        DataSource: {
          S3DataSource: { S3DataType: "S3Prefix", S3Uri: "s3://ml-prod-flow-logs-111122223333/in" },
        },
      },
      TransformOutput: { S3OutputPath: "s3://ml-prod-flow-logs-111122223333/out", KmsKeyId: key },
      TransformResources: { InstanceType: "ml.m5.xlarge", InstanceCount: 1, VolumeKmsKeyId: key },
    }),
  );
  const definition = training("", {
    ResourceConfig: {
      InstanceType: "ml.g5.xlarge",
      InstanceCount: 1,
      VolumeSizeInGB: 30,
      VolumeKmsKeyId: key,
    },
    VpcConfig: vpc(idOf("subnet.ml-prod-private-a")),
  });
  await client.send(
    new CreateHyperParameterTuningJobCommand({
      HyperParameterTuningJobName: "tune",
      HyperParameterTuningJobConfig: {
        Strategy: "Bayesian",
        ResourceLimits: { MaxNumberOfTrainingJobs: 2, MaxParallelTrainingJobs: 1 },
      },
      TrainingJobDefinition: {
        AlgorithmSpecification: { TrainingImage: "image", TrainingInputMode: "File" },
        StaticHyperParameters: { password: "hunter2" },
        RoleArn: role,
        OutputDataConfig: definition.OutputDataConfig,
        ResourceConfig: definition.ResourceConfig,
        StoppingCondition: definition.StoppingCondition,
        VpcConfig: definition.VpcConfig,
      },
    }),
  );
  await client.send(
    new CreateNotebookInstanceCommand({
      NotebookInstanceName: "lab",
      InstanceType: "ml.t3.medium",
      RoleArn: role,
      SubnetId: idOf("subnet.ml-prod-private-a"),
      SecurityGroupIds: [group],
    }),
  );
}
