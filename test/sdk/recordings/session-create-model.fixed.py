import sagemaker

session = sagemaker.Session()
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"

# %%
session.create_model(
    "by-session",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    {"Image": image, "ModelDataUrl": "s3://ml-data/model.tar.gz"},
    enable_network_isolation=True,
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
session.create_endpoint_config("by-session", "by-session", 1, "ml.m5.large", kms_key="alias/ml-volume")
