from sagemaker.remote_function import remote
from sagemaker.remote_function.errors import DeserializationError

image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/remote:1"


@remote(image_uri=image, role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.m5.xlarge")
def add(a, b):
    return a + b


# %%
try:
    result = add(1, 2)
except DeserializationError:
    pass  # nobody ran it
