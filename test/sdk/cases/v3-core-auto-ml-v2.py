# sdk: v3
from sagemaker.core.resources import AutoMLJobV2
from sagemaker.core.shapes import AutoMLJobChannel, AutoMLDataSource, AutoMLS3DataSource, AutoMLOutputDataConfig, AutoMLProblemTypeConfig, TabularJobConfig, AutoMLSecurityConfig, VpcConfig

AutoMLJobV2.create(
    auto_ml_job_name="auto", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    auto_ml_job_input_data_config=[AutoMLJobChannel(data_source=AutoMLDataSource(s3_data_source=AutoMLS3DataSource(s3_data_type="S3Prefix", s3_uri="s3://ml-data/t")))],
    output_data_config=AutoMLOutputDataConfig(s3_output_path="s3://ml-data/o", kms_key_id="alias/ml-output"),
    auto_ml_problem_type_config=AutoMLProblemTypeConfig(tabular_job_config=TabularJobConfig(target_attribute_name="y")),
    security_config=AutoMLSecurityConfig(volume_kms_key_id="alias/ml-volume", enable_inter_container_traffic_encryption=True, vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])),
)
