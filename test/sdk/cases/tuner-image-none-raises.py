from sagemaker.estimator import Estimator
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter

e = Estimator(None, "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge")
HyperparameterTuner(
    e, "acc", {"lr": ContinuousParameter(0.1, 1)}, metric_definitions=[{"Name": "acc", "Regex": "a=(.*)"}]
).fit("s3://ml-data/train")
