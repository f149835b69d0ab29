from sagemaker.estimator import Estimator

est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge")
options = {"enable_network_isolation": True, "max_run": 600}
for key in options:
    setattr(est, key, options[key])
est.fit("s3://ml-data/t", wait=False)
