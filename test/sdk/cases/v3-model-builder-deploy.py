# sdk: v3
# known: CreateEndpoint.EndpointName, CreateEndpoint.EndpointConfigName
from sagemaker.core.training.configs import Networking
from sagemaker.serve import ModelBuilder

builder = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-data/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    network=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    instance_type="ml.m5.large",
)
builder.build(model_name="churn")
builder.deploy(endpoint_name="churn-live", wait=False)
