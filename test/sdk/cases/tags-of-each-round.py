from sagemaker.estimator import Estimator
for env in ("dev", "prod"):
    Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.large", tags=[{"Key": "env", "Value": env}]).fit(wait=False)
