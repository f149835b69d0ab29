# sdk: v3
from sagemaker.core.resources import Model, FeatureGroup, TransformJob
from sagemaker.serve import ModelBuilder
from sagemaker.core.shapes import VpcConfig
Model.create(
    model_name="m",
    execution_role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    enable_network_isolation=True,
    vpc_config=VpcConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
from sagemaker.core.shapes import *

try:
    TransformJob.create(transform_job_name="t", model_name="m", transform_input=TransformInput(data_source=TransformDataSource(s3_data_source=TransformS3DataSource(s3_data_type="S3Prefix", s3_uri="s3://ml-data/a"))), transform_output=TransformOutput(s3_output_path="s3://ml-o/t", kms_key_id="alias/ml-output"), transform_resources=TransformResources(instance_type="ml.m5.large", instance_count=1, volume_kms_key_id="alias/ml-volume"))
except AttributeError:
    print("it is a structure now")
