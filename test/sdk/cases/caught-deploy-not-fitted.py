from sagemaker.estimator import Estimator

est = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
)
try:
    est.deploy(1, "ml.m5.large", endpoint_name="e")
except ValueError:
    est.fit("s3://ml-data/train")
    est.deploy(1, "ml.m5.large", endpoint_name="e")
