from sagemaker.workflow.function_step import step
from sagemaker.workflow.pipeline import Pipeline

options = {"instance_type": "ml.m5.xlarge", "role": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "image_uri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"}
network = dict(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])


def prepare(path):
    return path


def train(data, epochs):
    return data


# %%
model = step(
    train,
    name="train",
    **options,
    **network,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)(step(
    prepare,
    name="prepare",
    **options,
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)("s3://ml-data/in"), epochs=3)

# %%
Pipeline(name="churn", steps=[model]).upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
