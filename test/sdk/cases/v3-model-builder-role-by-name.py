# sdk: v3
from sagemaker.serve.model_builder import ModelBuilder
# dynamic: ExecutionRoleArn
ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
).build(model_name="m")
