# user defaults: automl-v2.yaml
from sagemaker.automl.automlv2 import AutoMLDataChannel, AutoMLTabularConfig, AutoMLV2

channel = AutoMLDataChannel(s3_data_type="S3Prefix", s3_uri="s3://ml-data/train.csv", channel_type="training")
job = AutoMLV2(
    AutoMLTabularConfig(target_attribute_name="y"),
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
job.fit(channel, wait=False)
