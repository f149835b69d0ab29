from sagemaker.estimator import Estimator

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    tags=[{"Key": "team", "Value": "ml"}],
)
estimator.fit("s3://ml-data/train")

# %%
estimator.transformer(1, "ml.m5.xlarge").transform("s3://ml-data/in")

# %%
estimator.transformer(1, "ml.m5.xlarge", tags=[{"Key": "own", "Value": "1"}]).transform("s3://ml-data/in")
