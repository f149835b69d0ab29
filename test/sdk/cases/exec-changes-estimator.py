# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, EnableNetworkIsolation, EnableInterContainerTrafficEncryption, ResourceConfig.VolumeKmsKeyId, OutputDataConfig.KmsKeyId, ResourceConfig.InstanceType, ResourceConfig.InstanceCount, RoleArn, StoppingCondition.MaxRuntimeInSeconds, ResourceConfig.VolumeSizeInGB
from sagemaker.estimator import Estimator

est = Estimator(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge", output_path="s3://ml-artifacts/out", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
exec('est.subnets.append("subnet-0a10000000000002b")')
est.fit("s3://ml-data/t", wait=False)
