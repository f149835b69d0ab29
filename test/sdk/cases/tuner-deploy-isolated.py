from sagemaker.estimator import Estimator
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter

e = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    enable_network_isolation=True,
    output_kms_key="alias/ml-output",
)
t = HyperparameterTuner(
    e, "acc", {"lr": ContinuousParameter(0.1, 1)}, metric_definitions=[{"Name": "acc", "Regex": "a=(.*)"}]
)
t.fit("s3://ml-data/train", wait=False)
t.wait()
t.deploy(1, "ml.m5.large", endpoint_name="e", kms_key="alias/ml-volume")
