from sagemaker import LDA
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter
k = LDA("arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.m5.large", num_topics=3)
HyperparameterTuner(k, "o", {"alpha0": ContinuousParameter(2, 5)}).fit(wait=False)
