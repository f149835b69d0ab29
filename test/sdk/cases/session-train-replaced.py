# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, EnableNetworkIsolation, ResourceConfig.VolumeKmsKeyId, OutputDataConfig.KmsKeyId, ResourceConfig.InstanceType, ResourceConfig.InstanceCount, RoleArn, StoppingCondition.MaxRuntimeInSeconds, ResourceConfig.VolumeSizeInGB
import sagemaker
from sagemaker.estimator import Estimator

train = sagemaker.Session.train


def train_encrypted(self, **kwargs):
    kwargs["encrypt_inter_container_traffic"] = True
    return train(self, **kwargs)


sagemaker.Session.train = train_encrypted
Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.large").fit("s3://ml-data/a", wait=False)
