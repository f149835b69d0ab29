from sagemaker import KNN
from sagemaker.amazon.amazon_estimator import RecordSet

estimator = KNN(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.c5.xlarge", k=3, sample_size=10, predictor_type="classifier", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="alias/ml-output", volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001", enable_network_isolation=True,
)
# %%
estimator.fit(RecordSet("s3://ml-data/train", num_records=10, feature_dim=4, channel="train"), mini_batch_size=5)
# %%
predictor = estimator.deploy(
    initial_instance_count=1, instance_type="ml.c5.xlarge", enable_network_isolation=True
)
