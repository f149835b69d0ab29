# sdk: v3
# known: InputDataConfig
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, InputData, Networking, OutputDataConfig
from sagemaker.core.shapes import FileSystemDataSource, S3DataSource

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"),
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    output_data_config=OutputDataConfig(
        s3_output_path="s3://ml-artifacts/out", kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
trainer.train(
    input_data_config=[
        InputData(channel_name="train", data_source="s3://ml-data/train", content_type="text/csv"),
        InputData(channel_name="sharded", data_source=S3DataSource(s3_data_type="S3Prefix", s3_uri="s3://ml-data/all", s3_data_distribution_type="ShardedByS3Key")),
        InputData(
            channel_name="files",
            data_source=FileSystemDataSource(file_system_id="fs-0123456789abcdef0", file_system_type="EFS", directory_path="/data", file_system_access_mode="ro"),
        ),
    ],
    wait=False,
)
