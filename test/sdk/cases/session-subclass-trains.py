# dynamic: EnableNetworkIsolation, EnableInterContainerTrafficEncryption, ResourceConfig.VolumeKmsKeyId, OutputDataConfig.KmsKeyId, ResourceConfig.InstanceType, ResourceConfig.InstanceCount, RoleArn, StoppingCondition.MaxRuntimeInSeconds, ResourceConfig.VolumeSizeInGB
import sagemaker
from sagemaker.estimator import Estimator


class InVpc(sagemaker.Session):
    def train(self, **kwargs):
        kwargs["vpc_config"] = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
        return super().train(**kwargs)


estimator = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.large", sagemaker_session=InVpc())
estimator.fit("s3://ml-data/a", wait=False)
