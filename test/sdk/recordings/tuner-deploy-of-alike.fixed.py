from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
one = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    enable_network_isolation=True,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
two = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:2",
    role=role,
    instance_count=1,
    instance_type="ml.c5.xlarge",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    enable_network_isolation=True,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
ranges = {"lr": ContinuousParameter(0.01, 0.1)}
metrics = [{"Name": "loss", "Regex": "loss=(.*)"}]
tuner = HyperparameterTuner.create(
    estimator_dict={"one": one, "two": two},
    objective_metric_name_dict={"one": "loss", "two": "loss"},
    hyperparameter_ranges_dict={"one": ranges, "two": ranges},
    metric_definitions_dict={"one": metrics, "two": metrics},
)
tuner.fit({"one": "s3://ml-data/train", "two": "s3://ml-data/train"}, include_cls_metadata={})

# %%
tuner.deploy(1, "ml.m5.large")
