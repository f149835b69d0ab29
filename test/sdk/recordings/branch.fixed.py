# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, RoleArn
import datetime

import sagemaker
from sagemaker.estimator import Estimator

production = datetime.date.today().year > 2000
if production:
    network = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}
else:
    network = {
        "subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "security_group_ids": ["sg-0a1000000000000aa"],
    }
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=sagemaker.get_execution_role(),
    instance_count=1,
    instance_type="ml.m5.xlarge",
    **network,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
estimator.fit("s3://ml-data/train")
