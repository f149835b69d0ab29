# known: InputDataConfig, OutputDataConfig.S3OutputPath, Tags, ExperimentConfig
from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/out",
)
train = TrainingInput(
    "s3://ml-data/train",
    distribution="ShardedByS3Key",
    content_type="text/csv",
    compression="Gzip",
    record_wrapping="RecordIO",
    input_mode="Pipe",
)
manifest = TrainingInput(
    s3_data="s3://ml-data/labels.manifest", s3_data_type="AugmentedManifestFile", attribute_names=["source-ref", "label"]
)
estimator.fit({"train": train, "labels": manifest})
