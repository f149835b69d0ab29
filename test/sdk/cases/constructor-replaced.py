# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, EnableNetworkIsolation, EnableInterContainerTrafficEncryption, ResourceConfig.VolumeKmsKeyId, OutputDataConfig.KmsKeyId, ResourceConfig.InstanceType, ResourceConfig.InstanceCount, RoleArn, StoppingCondition.MaxRuntimeInSeconds, ResourceConfig.VolumeSizeInGB
from sagemaker.estimator import Estimator
import functools

real = Estimator.__init__

@functools.wraps(real)
def init(self, *args, **kwargs):
    kwargs.setdefault("subnets", ["subnet-0a10000000000001a"])
    kwargs.setdefault("security_group_ids", ["sg-0a1000000000000aa"])
    real(self, *args, **kwargs)

Estimator.__init__ = init
est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large")
est.fit("s3://ml-data/a", wait=False)
