from sagemaker.estimator import Estimator
from sagemaker.tuner import HyperparameterTuner, IntegerParameter


class Secure(Estimator):
    def __init__(self, **kw):
        net = kw.pop(
            "network",
            {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]},
        )
        super().__init__(
            image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
            role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
            instance_count=1,
            instance_type="ml.m5.xlarge",
            **net,
            **kw,
        )


tuner = HyperparameterTuner(
    estimator=Secure(output_kms_key="alias/ml-output"),
    objective_metric_name="acc",
    hyperparameter_ranges={"d": IntegerParameter(1, 3)},
    metric_definitions=[{"Name": "acc", "Regex": "a=(.*)"}],
    max_jobs=2,
)
tuner.fit({"train": "s3://ml-data/train"}, wait=False)
Secure(network={}).fit("s3://ml-data/train", wait=False)
