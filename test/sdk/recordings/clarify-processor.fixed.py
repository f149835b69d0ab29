import sagemaker
from sagemaker import clarify

session = sagemaker.Session()
processor = clarify.SageMakerClarifyProcessor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
    network_config=sagemaker.network.NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
processor.run_pre_training_bias(
    data_config=clarify.DataConfig(
        "s3://ml-data/x.csv", "s3://ml-data/bias", label="y", headers=["y", "a"], dataset_type="text/csv"
    ),
    data_bias_config=clarify.BiasConfig(label_values_or_threshold=[1], facet_name="a"),
)
