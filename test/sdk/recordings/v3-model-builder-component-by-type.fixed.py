# sdk: v3
from sagemaker.serve import ModelBuilder
from sagemaker.core.training.configs import Networking
from sagemaker.core.resource_requirements import ResourceRequirements
from sagemaker.core.enums import EndpointType

builder = ModelBuilder(
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    instance_type="ml.m5.large",
    s3_model_data_url="s3://ml-data/model.tar.gz",
    network=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
builder.build(model_name="m")
builder.deploy(endpoint_name="e", wait=False, inference_component_name="ic", endpoint_type=EndpointType.INFERENCE_COMPONENT_BASED, resources=ResourceRequirements(requests={"memory": 1024, "copies": 1, "num_cpus": 1}))
