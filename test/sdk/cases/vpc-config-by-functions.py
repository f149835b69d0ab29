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
    vpc_config=to_dict(None, ["sg-0a1000000000000aa"]),
    name="b",
).create(instance_type="ml.m5.large")
