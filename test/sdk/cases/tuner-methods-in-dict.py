# dynamic: TrainingJobDefinition.VpcConfig.Subnets, TrainingJobDefinition.VpcConfig.SecurityGroupIds, TrainingJobDefinition.EnableNetworkIsolation, TrainingJobDefinition.EnableInterContainerTrafficEncryption, TrainingJobDefinition.HyperParameterTuningResourceConfig.VolumeKmsKeyId, TrainingJobDefinition.OutputDataConfig.KmsKeyId, TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceType, TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceCount, TrainingJobDefinition.RoleArn
from sagemaker.estimator import Estimator
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter, InstanceConfig

est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large")
tuner = HyperparameterTuner(est, "acc", {"lr": ContinuousParameter(0.1, 0.2)}, metric_definitions=[{"Name": "acc", "Regex": "x"}])
actions = {"over": tuner.override_resource_config, "go": tuner.fit}
actions["over"]([InstanceConfig(instance_type="ml.c5.xlarge", instance_count=2, volume_size=40)])
actions["go"]("s3://ml-data/a", wait=False)
