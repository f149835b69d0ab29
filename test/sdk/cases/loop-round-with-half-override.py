# dynamic: CreateModel.VpcConfig.Subnets
from sagemaker.estimator import Estimator

estimator = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
estimator.fit("s3://ml-data/train", wait=False)

# %%
for network in (None, {"Subnets": ["subnet-0a10000000000001a"]}):
    estimator.deploy(1, "ml.m5.large", vpc_config_override=network, wait=False, endpoint_name="e")
