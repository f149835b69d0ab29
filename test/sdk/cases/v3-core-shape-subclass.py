# sdk: v3
from sagemaker.core.resources import Model
from sagemaker.core.shapes import ContainerDefinition, VpcConfig


class TeamVpc(VpcConfig):
    subnets: list[str] = ["subnet-0a10000000000001a"]
    security_group_ids: list[str] = ["sg-0a1000000000000aa"]


# %%
Model.create(
    model_name="churn",
    execution_role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    primary_container=ContainerDefinition(image="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"),
    vpc_config=TeamVpc(),
)
