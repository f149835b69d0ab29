# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, EnableNetworkIsolation, EnableInterContainerTrafficEncryption, ResourceConfig.VolumeKmsKeyId, OutputDataConfig.KmsKeyId, ResourceConfig.InstanceType, ResourceConfig.InstanceCount, RoleArn, StoppingCondition.MaxRuntimeInSeconds, ResourceConfig.VolumeSizeInGB
from sagemaker.estimator import Estimator

Estimator.get_vpc_config = lambda self, vpc_config_override=None: {"Subnets": ["subnet-0b20000000000001a"], "SecurityGroupIds": ["sg-0b2000000000000bb"]}
est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large")
est.fit("s3://ml-data/a", wait=False)
