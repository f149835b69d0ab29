# sdk: v3
from sagemaker.core.resources import ProcessingJob
from sagemaker.core.shapes import NetworkConfig, VpcConfig, AppSpecification, ProcessingResources, ProcessingClusterConfig, ProcessingOutputConfig, ProcessingOutput, ProcessingS3Output

network = NetworkConfig(enable_network_isolation=True, vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]))
ProcessingJob.create(
    processing_job_name="prep", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", app_specification=AppSpecification(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"),
    processing_resources=ProcessingResources(cluster_config=ProcessingClusterConfig(instance_count=1, instance_type="ml.m5.xlarge", volume_size_in_gb=30, volume_kms_key_id="alias/ml-volume")),
    network_config=network,
    processing_output_config=ProcessingOutputConfig(outputs=[ProcessingOutput(output_name="o", s3_output=ProcessingS3Output(s3_uri="s3://ml-data/o", local_path="/opt/ml/processing/o", s3_upload_mode="EndOfJob"))], kms_key_id="alias/ml-output"),
)
