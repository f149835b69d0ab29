# known: InputDataConfig, OutputDataConfig.S3OutputPath, Tags, ExperimentConfig
from sagemaker.estimator import Estimator

bucket = "ml-data"
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/out",
    tags=[{"Key": "team", "Value": "fraud"}],
)
channels = {"train": f"s3://{bucket}/train", "validation": "s3://%s/validation" % bucket}
channels["test"] = "/".join(["s3:/", bucket, "test"])
estimator.fit(channels)
