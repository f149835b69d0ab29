# known: InputDataConfig, OutputDataConfig.S3OutputPath, Tags
from sagemaker.automl.automl import AutoML

automl = AutoML(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    target_attribute_name="label",
    output_path="s3://ml-artifacts/automl",
    compression_type="Gzip",
    tags=[{"Key": "team", "Value": "fraud"}],
)
automl.fit(inputs=["s3://ml-data/train", "s3://ml-data/more"], job_name="automl-fraud", wait=False, logs=False)
