# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, EnableNetworkIsolation, EnableInterContainerTrafficEncryption, OutputDataConfig.KmsKeyId, RoleArn, ResourceConfig.InstanceType, ResourceConfig.InstanceCount, ResourceConfig.VolumeSizeInGB, StoppingCondition.MaxRuntimeInSeconds
from sagemaker.estimator import Estimator

# %%
estimator = Estimator.attach("a-job-of-last-week")
estimator.fit("s3://ml-data/train")
