from sagemaker import KMeans
from sagemaker.amazon.amazon_estimator import RecordSet
from sagemaker.tuner import HyperparameterTuner, IntegerParameter
k = KMeans("arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.large", k=3, volume_kms_key="alias/ml-volume")
HyperparameterTuner(k, "test:msd", {"k": IntegerParameter(2, 5)}).fit(RecordSet("s3://ml-data/r", 10, 3), wait=False)
HyperparameterTuner(k, "test:msd", {"k": IntegerParameter(2, 5)}).fit([RecordSet("s3://ml-data/r", 10, 3), RecordSet("s3://ml-data/r2", 10, 3, channel="test")], wait=False)
