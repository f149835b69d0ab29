# sdk: v3
from sagemaker.core.resources import Model
from sagemaker.core.shapes import ContainerDefinition

Model.create(
    model_name="m",
    execution_role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    primary_container=ContainerDefinition(image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", model_data_url="s3://ml-artifacts/m.tar.gz"),
)
