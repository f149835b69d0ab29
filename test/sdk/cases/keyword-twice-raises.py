from sagemaker.estimator import Estimator
opts = {"instance_count": 1, "instance_type": "ml.m5.large"}
e = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", **opts, instance_count=2)
e.fit(wait=False)
