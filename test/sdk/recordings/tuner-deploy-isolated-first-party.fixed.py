from sagemaker import KMeans
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner, IntegerParameter

estimator = KMeans(
    k=10,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    enable_network_isolation=True,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
tuner = HyperparameterTuner(
    estimator,
    "test:msd",
    {"mini_batch_size": IntegerParameter(100, 200)},
)
from sagemaker.amazon.amazon_estimator import RecordSet

tuner.fit(RecordSet("s3://ml-data/train", 1, 10, "S3Prefix"))

# %%
tuner.deploy(1, "ml.m5.large")
