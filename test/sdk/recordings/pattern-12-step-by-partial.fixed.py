from functools import partial

from sagemaker.workflow.function_step import step
from sagemaker.workflow.pipeline import Pipeline

private = partial(step, instance_type="ml.m5.xlarge", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])

# %%
result = private(
    lambda: 1,
    name="one",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)()
Pipeline(name="churn", steps=[result]).upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
