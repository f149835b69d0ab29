import { nested, roleArn, roleReason, s3Folder, type Mapped } from "./job-classes.js";
import { madeNetworking } from "./trainer-defaults.js";

/*
 * Trainers and evaluators of models of the hub that are given instances make a ModelTrainer of the model's recipe,
 * which looks at the SDK's defaults as any other.
 *
 * @source sagemaker 3.27.0, train/base_trainer.py, _train_serverful_smtj; train/evaluate/base_evaluator.py,
 * _write_and_submit_smtj_recipe
 */

export const networkOfMade: readonly Mapped[] = [
  nested(madeNetworking, "subnets", "VpcConfig.Subnets"),
  nested(madeNetworking, "security_group_ids", "VpcConfig.SecurityGroupIds"),
];

/** Of the defaults alone. */
export const flagsOfMade: readonly Mapped[] = [
  { ...nested(madeNetworking, "enable_network_isolation", "EnableNetworkIsolation"), dropsFalsy: false },
  {
    ...nested(
      madeNetworking,
      "enable_inter_container_traffic_encryption",
      "EnableInterContainerTrafficEncryption",
    ),
    dropsFalsy: false,
  },
];

export const resourcesOfMade: readonly Mapped[] = [
  nested("compute", "instance_type", "ResourceConfig.InstanceType"),
  {
    ...nested("compute", "instance_count", "ResourceConfig.InstanceCount"),
    completed: "it comes from the training recipe",
  },
  { ...nested("compute", "volume_size_in_gb", "ResourceConfig.VolumeSizeInGB"), default: 30 },
];

export const outputAndRole: readonly Mapped[] = [
  { from: ["s3_output_path"], path: "OutputDataConfig.S3OutputPath", dropsFalsy: true, completed: s3Folder },
  { from: ["role"], path: "RoleArn", dropsFalsy: true, completed: roleReason, convert: roleArn },
];
