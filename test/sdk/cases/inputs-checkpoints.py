# known: InputDataConfig, CheckpointConfig.S3Uri, CheckpointConfig.LocalPath
from sagemaker.estimator import Estimator

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/out",
    checkpoint_s3_uri="s3://ml-artifacts/checkpoints",
    checkpoint_local_path="/opt/ml/kept",
)
estimator.fit({"train": "s3://ml-data/train"})
