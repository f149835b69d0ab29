from sagemaker.pytorch import PyTorch
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

estimator = PyTorch(
    "train.py",
    framework_version="2.1",
    py_version="py310",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)
estimator.fit({"train": "s3://ml-data/train"})

# %%
HyperparameterTuner(
    estimator,
    "loss",
    {"lr": ContinuousParameter(1e-4, 1e-1)},
    metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}],
).fit({"train": "s3://ml-data/train"})
