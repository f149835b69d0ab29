# sdk: v3
from sagemaker.serve.configs import Network
from sagemaker.serve.model_builder import ModelBuilder

network = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
builder = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    network=Network(subnets=["subnet-0b20000000000001a"], vpc_config=network),
)
builder.build(model_name="m")
