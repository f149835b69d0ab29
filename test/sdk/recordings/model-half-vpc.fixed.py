from sagemaker.model import Model

vpc_config = {
    "SecurityGroupIds": ["sg-0a1000000000000aa"],
    "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
}

# %%
model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config=vpc_config,
)
model.deploy(1, "ml.m5.large", endpoint_name="half")
