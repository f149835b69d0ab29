from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

common = dict(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
ranges = {"lr": ContinuousParameter(0.1, 0.2)}
metrics = [{"Name": "loss", "Regex": "loss=(.*)"}]
tuner = HyperparameterTuner.create(
    {"small": Estimator(
        **common,
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
        volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    ), "large": Estimator(
        **common,
        volume_size=200,
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
        volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    )},
    {"small": "loss", "large": "loss"},
    {"small": ranges, "large": ranges},
    metric_definitions_dict={"small": metrics, "large": metrics},
)

# %%
tuner.fit({"small": {"train": "s3://ml-data/a"}, "large": {"train": "s3://ml-data/b"}})
