from sagemaker.automl.automlv2 import AutoMLDataChannel, AutoMLTabularConfig, AutoMLV2

job = AutoMLV2(
    problem_config=AutoMLTabularConfig(target_attribute_name="y"),
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"]},
)
job.fit(
    AutoMLDataChannel(s3_data_type="S3Prefix", s3_uri="s3://ml-data/train.csv", channel_type="training"), wait=False
)
