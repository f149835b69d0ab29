from sagemaker.estimator import Estimator
Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "ml.m5.large", 1).fit(wait=False)
