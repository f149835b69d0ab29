# sdk: v3
# user defaults: all.yaml
# dynamic: KmsKeyId
from sagemaker.serve.model_builder import ModelBuilder

builder = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
builder.build(model_name="m")

# %%
builder.deploy(wait=False)
