from sagemaker.model import Model

Model(model_data="s3://a/m.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole").deploy(
    1, "ml.m5.large"
)
