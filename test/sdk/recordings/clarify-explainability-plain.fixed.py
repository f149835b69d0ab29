from sagemaker.clarify import DataConfig, ModelConfig, SageMakerClarifyProcessor, SHAPConfig
from sagemaker.session import Session
from sagemaker.network import NetworkConfig

processor = SageMakerClarifyProcessor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=Session(),
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
processor.run_explainability(
    data_config=DataConfig(
        s3_data_input_path="s3://ml-data/b.csv",
        s3_output_path="s3://ml-data/out",
        label="y",
        headers=["y", "a"],
        dataset_type="text/csv",
    ),
    model_config=ModelConfig("m", 1, "ml.m5.xlarge"),
    explainability_config=SHAPConfig(baseline=[[0]], num_samples=3, agg_method="mean_abs"),
)
