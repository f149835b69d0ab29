# sdk: v3
from sagemaker.serve.model_builder import ModelBuilder

b = ModelBuilder(
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
b.build(model_name="m")
