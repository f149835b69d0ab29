# user defaults: monitor-environment.yaml
import sagemaker

session = sagemaker.Session()
session.create_monitoring_schedule(
    monitoring_schedule_name="hourly",
    schedule_expression="cron(0 * ? * * *)",
    statistics_s3_uri=None,
    constraints_s3_uri=None,
    monitoring_inputs=[{"EndpointInput": {"EndpointName": "e", "LocalPath": "/opt/ml/processing/input"}}],
    monitoring_output_config={
        "MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://ml-data/o", "LocalPath": "/opt/ml/processing/output"}}],
        "KmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    },
    instance_count=1,
    instance_type="ml.m5.large",
    volume_size_in_gb=20,
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/monitor:1",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
