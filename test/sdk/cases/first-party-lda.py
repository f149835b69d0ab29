from sagemaker import LDA
from sagemaker.amazon.amazon_estimator import RecordSet

estimator = LDA(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.c5.xlarge", num_topics=3, subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="alias/ml-output", volume_kms_key="alias/ml-volume", enable_network_isolation=True,
)
# %%
estimator.fit(RecordSet("s3://ml-data/train", num_records=10, feature_dim=4, channel="train"), mini_batch_size=5)
# %%
predictor = estimator.deploy(initial_instance_count=1, instance_type="ml.c5.xlarge")
