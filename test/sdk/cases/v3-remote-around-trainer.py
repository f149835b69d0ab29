# sdk: v3
from sagemaker.core.remote_function import remote
from sagemaker.core.remote_function.errors import DeserializationError
from sagemaker.train import ModelTrainer


@remote(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
)
def start(epochs):
    from somewhere import Trainer

    Trainer(epochs).train()


try:
    start(2)
except DeserializationError:
    pass  # nobody ran it
