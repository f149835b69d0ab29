# sdk: v3
from sagemaker.core.resources import Model
from sagemaker.core.shapes import ContainerDefinition, VpcConfig

Model.create(
    model_name="m",
    execution_role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    primary_container=ContainerDefinition(image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", model_data_url="s3://ml-artifacts/m.tar.gz"),
    vpc_config=VpcConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
