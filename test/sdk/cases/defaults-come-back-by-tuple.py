# dynamic: CreateTrainingJob.VpcConfig.Subnets, CreateTrainingJob.VpcConfig.SecurityGroupIds
# user defaults: all.yaml
from sagemaker.estimator import Estimator

est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", subnets=["subnet-0b20000000000001a"], security_group_ids=["sg-0b2000000000000bb"])
est.fit("s3://ml-data/t", wait=False)

# %%
est.subnets, est.security_group_ids = None, None
est.fit("s3://ml-data/t", wait=False)

# %%
est.deploy(1, "ml.m5.large", vpc_config_override=None)
