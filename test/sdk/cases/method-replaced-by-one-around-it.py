from sagemaker.estimator import Estimator

real = Estimator.fit

def fit(self, inputs=None, **kwargs):
    self.subnets = ["subnet-0a10000000000001a"]
    self.security_group_ids = ["sg-0a1000000000000aa"]
    kwargs.setdefault("wait", False)
    return real(self, inputs, **kwargs)

Estimator.fit = fit
est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large")
est.fit("s3://ml-data/a")
