# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds
import datetime

from sagemaker.estimator import Estimator

settings = dict(instance_count=1, instance_type="ml.m5.xlarge")

# %%
if datetime.date.today().year < 2000:
    settings["subnets"] = ["subnet-0a10000000000001a"]
    settings["security_group_ids"] = ["sg-0a1000000000000aa"]

# %%
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    **settings,
)
estimator.fit("s3://ml-data/train")
