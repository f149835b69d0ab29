from sagemaker.estimator import Estimator

real = Estimator.fit
Estimator.fit = lambda self, *a, **k: None
est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large")
est.fit("s3://ml-data/a")
Estimator.fit = real
est.fit("s3://ml-data/b", wait=False)
