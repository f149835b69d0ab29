from sagemaker import KMeans
from sagemaker.amazon.amazon_estimator import RecordSet
from sagemaker.tuner import HyperparameterTuner, IntegerParameter
k = KMeans(
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.large",
    k=3,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
HyperparameterTuner(k, "test:msd", {"k": IntegerParameter(2, 5)}).fit(RecordSet("s3://ml-data/r", 10, 3), wait=False)
HyperparameterTuner(k, "test:msd", {"k": IntegerParameter(2, 5)}).fit([RecordSet("s3://ml-data/r", 10, 3), RecordSet("s3://ml-data/r2", 10, 3, channel="test")], wait=False)
