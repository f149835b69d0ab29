from sagemaker.model import Model

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
# %%
model.right_size(
    sample_payload_url="s3://ml-data/payload.tar.gz",
    supported_content_types=["text/csv"],
    supported_instance_types=["ml.c5.xlarge"],
    framework="XGBOOST",
    log_level="Quiet",
)
