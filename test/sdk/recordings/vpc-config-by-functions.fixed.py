from sagemaker import vpc_utils
from sagemaker.vpc_utils import to_dict
from sagemaker.estimator import Estimator
from sagemaker.model import Model

subnets, groups = vpc_utils.from_dict(
    {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
)
Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    subnets=subnets,
    security_group_ids=groups,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).fit("s3://ml-data/train")
Model(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config=vpc_utils.sanitize(
        to_dict(["subnet-0a10000000000001a", "subnet-0a10000000000002b"], ["sg-0a1000000000000aa"])
    ),
    name="a",
).create(instance_type="ml.m5.large")
Model(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
    name="b",
).create(instance_type="ml.m5.large")
