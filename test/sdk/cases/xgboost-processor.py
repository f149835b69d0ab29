from sagemaker.network import NetworkConfig
from sagemaker.processing import ProcessingOutput
from sagemaker.xgboost.processing import XGBoostProcessor

processor = XGBoostProcessor(
    framework_version="1.7-1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    network_config=NetworkConfig(
        enable_network_isolation=True,
        security_group_ids=["sg-0a1000000000000aa"],
        subnets=["subnet-0a10000000000001a"],
    ),
)
processor.run(
    code="train.py",
    outputs=[ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-data/out")],
)
