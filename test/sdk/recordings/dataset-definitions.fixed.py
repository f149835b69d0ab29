from sagemaker.dataset_definition.inputs import AthenaDatasetDefinition, DatasetDefinition, RedshiftDatasetDefinition
from sagemaker.processing import ProcessingInput, Processor
from sagemaker.network import NetworkConfig

processor = Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=NetworkConfig(subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"]),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
# %%
processor.run(inputs=[
    ProcessingInput(input_name="athena", app_managed=True, dataset_definition=DatasetDefinition(local_path="/opt/ml/processing/input/a", athena_dataset_definition=AthenaDatasetDefinition(catalog="AwsDataCatalog", database="d", query_string="select 1", output_s3_uri="s3://ml-data/athena", kms_key_id="alias/ml-output", output_format="PARQUET"))),
    ProcessingInput(input_name="redshift", app_managed=True, dataset_definition=DatasetDefinition(local_path="/opt/ml/processing/input/r", redshift_dataset_definition=RedshiftDatasetDefinition(cluster_id="c", database="d", db_user="u", query_string="select 1", cluster_role_arn="arn:aws:iam::111122223333:role/Redshift", output_s3_uri="s3://ml-data/redshift", output_format="CSV"))),
])
