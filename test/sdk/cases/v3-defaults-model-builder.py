# sdk: v3
# user defaults: all.yaml
from sagemaker.core.helper.session_helper import Session
from sagemaker.serve import ModelBuilder

builder = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    sagemaker_session=Session(),
)

# %%
builder.build(model_name="m")
builder.deploy(endpoint_name="e", initial_instance_count=1, instance_type="ml.m5.xlarge", wait=False)
