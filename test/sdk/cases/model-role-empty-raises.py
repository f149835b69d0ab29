from sagemaker.model import Model

Model("111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1", model_data="s3://a/m.tar.gz", role="").deploy(
    1, "ml.m5.large"
)
