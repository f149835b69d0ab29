from sagemaker.pytorch import PyTorch
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

tuner = HyperparameterTuner(
    est := PyTorch("train.py", framework_version="2.1", py_version="py310", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.g4dn.xlarge"),
    "loss",
    {"lr": ContinuousParameter(0.1, 1)},
    [{"Name": "loss", "Regex": "l=(.*)"}],
)
est.subnets, est.security_group_ids = ["subnet-0a10000000000001a"], ["sg-0a1000000000000aa"]

# %%
tuner.fit({"train": "s3://ml-data/t"}, wait=False)
