from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
estimators, ranges, metrics = {}, {}, {}
for name, instance_type in [("second", "ml.m5.large"), ("first", "ml.c5.xlarge")]:
    estimators[name] = Estimator(
        image,
        role,
        1,
        instance_type,
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
        output_path=f"s3://ml-data/{name}",
    )
    ranges[name] = {"lr": ContinuousParameter(0.1, 1)}
    metrics[name] = [{"Name": "loss", "Regex": "loss=(.*)"}]
tuner = HyperparameterTuner.create(
    estimators,
    {name: "loss" for name in ranges},
    ranges,
    metric_definitions_dict=metrics,
    objective_type="Minimize",
)
tuner.fit({name: f"s3://ml-data/in/{name}" for name in ranges}, include_cls_metadata={}, wait=False)
