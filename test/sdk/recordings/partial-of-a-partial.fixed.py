from functools import partial
from sagemaker.estimator import Estimator

in_vpc = partial(Estimator, "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
small = partial(in_vpc, "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.m5.large", instance_count=2)
Estimator(
    *small.args,
    **small.keywords,
    encrypt_inter_container_traffic=True,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit("s3://ml-data/a", wait=False)
