from sagemaker.estimator import Estimator
est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.large", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
del est.subnets
est.fit(wait=False)
