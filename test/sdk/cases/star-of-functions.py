from sagemaker.remote_function import *

# %%
@remote(
    instance_type="ml.m5.xlarge",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)
def add(a, b):
    return a + b

# %%
try:
    add(1, 2)
except errors.DeserializationError:
    pass  # nobody ran it
