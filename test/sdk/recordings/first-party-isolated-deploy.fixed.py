from sagemaker import PCA
from sagemaker.amazon.amazon_estimator import RecordSet

pca = PCA(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    num_components=2,
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    enable_network_isolation=True,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
pca.fit(RecordSet("s3://ml-data/records", 10, 3), mini_batch_size=5)
pca.deploy(1, "ml.m5.large", kms_key="alias/ml-volume", enable_network_isolation=True)
