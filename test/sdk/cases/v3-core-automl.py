# sdk: v3
from sagemaker.core import resources, shapes

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
resources.AutoMLJob.create(
    auto_ml_job_name="a",
    input_data_config=[shapes.AutoMLChannel(data_source=shapes.AutoMLDataSource(s3_data_source=shapes.AutoMLS3DataSource(s3_data_type="S3Prefix", s3_uri="s3://ml-data/t")), target_attribute_name="y")],
    output_data_config=shapes.AutoMLOutputDataConfig(s3_output_path="s3://ml-artifacts/o", kms_key_id="alias/ml-output"),
    auto_ml_job_config=shapes.AutoMLJobConfig(security_config=shapes.AutoMLSecurityConfig(volume_kms_key_id="alias/ml-volume", enable_inter_container_traffic_encryption=True, vpc_config=shapes.VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]))),
    role_arn=role,
)
