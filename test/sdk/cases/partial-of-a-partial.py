from functools import partial
from sagemaker.estimator import Estimator

in_vpc = partial(Estimator, "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
small = partial(in_vpc, "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.m5.large", instance_count=2)
Estimator(*small.args, **small.keywords, encrypt_inter_container_traffic=True).fit("s3://ml-data/a", wait=False)
