# sdk: v3
from sagemaker.core.resources import Model
from sagemaker.core.shapes import ContainerDefinition, VpcConfig

settings = {"vpc_config": VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]), "enable_network_isolation": False}
model = Model.create(model_name="m", primary_container=ContainerDefinition(image="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"), execution_role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", **settings)
