from sagemaker.clarify import SageMakerClarifyProcessor, DataConfig, BiasConfig
from sagemaker.network import NetworkConfig

o = SageMakerClarifyProcessor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.large",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
# %%
o.run_pre_training_bias(DataConfig("s3://ml-data/t.csv", "s3://ml-data/o", label="y", headers=["y","x"], dataset_type="text/csv"), BiasConfig([1], "x", [1]))
