# dynamic: TrainingJobDefinition.VpcConfig.Subnets, TrainingJobDefinition.VpcConfig.SecurityGroupIds, TrainingJobDefinition.EnableNetworkIsolation, TrainingJobDefinition.EnableInterContainerTrafficEncryption, TrainingJobDefinition.HyperParameterTuningResourceConfig.VolumeKmsKeyId, TrainingJobDefinition.OutputDataConfig.KmsKeyId, TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceType, TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceCount, TrainingJobDefinition.RoleArn
import os
from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner


def estimators():
    image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
    for kind in os.environ.get("KINDS", "ml.m5.xlarge").split(","):
        yield Estimator(
            image,
            "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
            1,
            kind,
            volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
            subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
            security_group_ids=["sg-0a1000000000000aa"],
            output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
        )


tuner = HyperparameterTuner(next(estimators()), "loss", {"lr": ContinuousParameter(0.1, 1)}, [{"Name": "loss", "Regex": "l=(.*)"}])
tuner.fit({"train": "s3://ml-data/train"}, wait=False)
