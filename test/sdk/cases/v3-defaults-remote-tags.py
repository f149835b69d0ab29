# sdk: v3
# user defaults: tags-of-each.yaml
from sagemaker.core.remote_function import remote
from sagemaker.core.remote_function.errors import DeserializationError


@remote(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/remote:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
)
def double(x):
    return x * 2


# %%
try:
    double(3)
except DeserializationError:
    pass  # nobody ran it
