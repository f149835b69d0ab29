from sagemaker.tensorflow import TensorFlow
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner, IntegerParameter

estimator = TensorFlow(
    entry_point="train.py",
    framework_version="2.12",
    py_version="py310",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    enable_network_isolation=True,
)
tuner = HyperparameterTuner(
    estimator,
    "loss",
    {"lr": ContinuousParameter(0.01, 0.1)},
    metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}],
)
tuner.fit("s3://ml-data/train")

# %%
best = tuner.best_estimator()
best.deploy(1, "ml.m5.large")
