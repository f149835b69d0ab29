from sagemaker.estimator import Estimator

Estimator.fit = lambda self, *a, **k: None
class Own(Estimator):
    def fit(self, *a, **k):
        super().fit(*a, **k)
Own("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large").fit("s3://ml-data/a")
# %%
from sagemaker.processing import Processor

processor = Processor("arn:aws:iam::111122223333:role/SageMakerExecutionRole", "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", 1, "ml.m5.large")
processor.run(wait=False, logs=False)
