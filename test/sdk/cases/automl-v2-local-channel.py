from sagemaker.automl.automlv2 import AutoMLTabularConfig, AutoMLV2, LocalAutoMLDataChannel

job = AutoMLV2(
    problem_config=AutoMLTabularConfig(target_attribute_name="y"),
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
job.fit(inputs=LocalAutoMLDataChannel(data_type="S3Prefix", path="train.py", channel_type="training", content_type="text/csv;header=present"), wait=False)
