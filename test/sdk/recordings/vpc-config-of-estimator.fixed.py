from sagemaker.estimator import Estimator
from sagemaker.model import Model
from sagemaker.pytorch import PyTorchModel

est = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
est.fit("s3://ml-data/train")
vpc = est.get_vpc_config()
Model(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data=est.model_data,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config=vpc,
).deploy(1, "ml.m5.large", endpoint_name="a")
m = PyTorchModel(
    model_data="s3://a/m.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    entry_point="inference.py",
    framework_version="2.1",
    py_version="py310",
    vpc_config=est.get_vpc_config(
        vpc_config_override={
            "Subnets": ["subnet-0b20000000000001a"],
            "SecurityGroupIds": ["sg-0b2000000000000bb"],
        }
    ),
)
m.deploy(1, "ml.m5.large", endpoint_name="b")
open_est = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
open_est.fit()
Model(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config=open_est.get_vpc_config(),
    name="c",
).create(instance_type="ml.m5.large")
