# dynamic: TrainingJobDefinition.VpcConfig.Subnets, TrainingJobDefinition.VpcConfig.SecurityGroupIds, TrainingJobDefinition.HyperParameterTuningResourceConfig.VolumeKmsKeyId
import os
from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

base = dict(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge")
if os.environ.get("STAGE") == "prod":
    est = Estimator(**base, subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
else:
    est = Estimator(**base, volume_kms_key="alias/ml-volume")
tuner = HyperparameterTuner(est, "loss", {"lr": ContinuousParameter(0.1, 1)}, [{"Name": "loss", "Regex": "l=(.*)"}])
tuner.fit({"train": "s3://ml-data/train"}, wait=False)
