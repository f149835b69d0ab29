from sagemaker.estimator import Estimator
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter

e = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
)
t = HyperparameterTuner(
    e, "acc", {"lr": ContinuousParameter(0.1, 1)}, metric_definitions=[{"Name": "acc", "Regex": "a=(.*)"}]
)
t.fit("s3://ml-data/train")
t.deploy(1, "ml.m5.large", endpoint_name="e")
best = t.best_estimator()
best.deploy(1, "ml.m5.large", endpoint_name="f")
