from sagemaker import *

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

# %%
session = Session()
one = estimator.Estimator(
    image_uri=image_uris.retrieve("xgboost", "us-east-1", "1.7-1"),
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
one.fit("s3://ml-data/train")

# %%
predictor = model.Model("111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1", "s3://ml-data/model.tar.gz", role=role)
predictor.deploy(1, "ml.m5.large")
