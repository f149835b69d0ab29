# sdk: v3
# known: InputDataConfig
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, InputData, Networking, OutputDataConfig
from sagemaker.core.shapes import Channel, DataSource, S3DataSource

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555"),
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    output_data_config=OutputDataConfig(
        s3_output_path="s3://ml-artifacts/out", kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555"
    ),
    input_data_config=[
        InputData(channel_name="train", data_source="s3://ml-data/train"),
        Channel(
            channel_name="test",
            data_source=DataSource(s3_data_source=S3DataSource(s3_data_type="S3Prefix", s3_uri="s3://ml-data/test")),
            content_type="text/csv",
        ),
    ],
)
trainer.train(input_data_config=[InputData(channel_name="train", data_source="s3://ml-data/newer"), InputData(channel_name="more", data_source="s3://ml-data/more")], wait=False)
