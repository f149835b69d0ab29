# sdk: v3
from sagemaker.serve.model_builder import ModelBuilder

builder = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)

# %%
transformer = builder.transformer(instance_count=1, instance_type="ml.m5.xlarge")

# %%
transformer.transform("s3://ml-data/in", wait=False)
