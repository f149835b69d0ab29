# sdk: v3
from sagemaker.core.clarify import BiasConfig, DataConfig, SageMakerClarifyProcessor
from sagemaker.core.helper.session_helper import Session
from sagemaker.core.network import NetworkConfig

processor = SageMakerClarifyProcessor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    sagemaker_session=Session(),
)

# %%
processor.run_pre_training_bias(
    data_config=DataConfig(
        s3_data_input_path="s3://ml-data/train.csv",
        s3_output_path="s3://ml-data/out",
        label="y",
        headers=["y", "x"],
        dataset_type="text/csv",
    ),
    data_bias_config=BiasConfig(label_values_or_threshold=[1], facet_name="x"),
    wait=False,
    logs=False,
)
