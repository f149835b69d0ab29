from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="alias/ml-output",
    encrypt_inter_container_traffic=True,
    enable_network_isolation=True,
)

# %%
tuner = HyperparameterTuner(
    estimator,
    "loss",
    {"lr": ContinuousParameter(1e-4, 1e-1)},
    metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}],
    max_jobs=4,
    max_parallel_jobs=2,
)
tuner.fit({"train": "s3://ml-data/train"})
