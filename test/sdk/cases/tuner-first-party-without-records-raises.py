from sagemaker import KMeans
from sagemaker.tuner import HyperparameterTuner, IntegerParameter
k = KMeans("arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.large", k=3)
HyperparameterTuner(k, "test:msd", {"k": IntegerParameter(2, 5)}).fit({"train": "s3://ml-data/t"}, wait=False)
