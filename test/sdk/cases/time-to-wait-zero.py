# A helper gives no time to wait without spot instances: the SDK leaves 0 out.
from sagemaker.pytorch import PyTorch
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner


def make(minutes, spot):
    return PyTorch(
        entry_point="train.py",
        framework_version="2.0.0",
        py_version="py310",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        instance_count=1,
        instance_type="ml.m5.xlarge",
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
        max_run=3600,
        use_spot_instances=spot,
        max_wait=minutes * 60 if spot else 0,
    )


make(90, False).fit("s3://ml-data/train")
make(90, True).fit("s3://ml-data/train")
tuner = HyperparameterTuner(
    make(90, False),
    "loss",
    {"lr": ContinuousParameter(0.1, 0.2)},
    metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}],
    max_jobs=2,
)
tuner.fit("s3://ml-data/train")
