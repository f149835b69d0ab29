# user defaults: all.yaml
from sagemaker.estimator import Estimator
from sagemaker.tuner import HyperparameterTuner, ContinuousParameter

md = [{"Name": "loss", "Regex": "l=(.*)"}]
a = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0b20000000000001a"],
    security_group_ids=["sg-0b2000000000000bb"],
)
b = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    instance_count=1,
    instance_type="ml.g5.xlarge",
    encrypt_inter_container_traffic=False,
)
r = {"lr": ContinuousParameter(0.1, 1)}
t = HyperparameterTuner.create(
    {"a": a, "b": b},
    {"a": "loss", "b": "loss"},
    {"a": r, "b": r},
    metric_definitions_dict={"a": md, "b": md},
    objective_type="Minimize",
)
t.fit(
    {"a": "s3://ml-data/train", "b": "s3://ml-data/train"},
    include_cls_metadata={"a": False, "b": False},
    wait=False,
)
