from sagemaker.estimator import Estimator
# %%
def dry(self, *a, **k):
    return None
# %%
Estimator.fit = dry
# %%
est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large")
est.fit("s3://ml-data/a")
# %%
from sagemaker.processing import Processor

processor = Processor("arn:aws:iam::111122223333:role/SageMakerExecutionRole", "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", 1, "ml.m5.large")
processor.run(wait=False, logs=False)
