# known: CreateTransformJob.TransformInput.DataSource.S3DataSource.S3Uri, CreateTransformJob.TransformInput.DataSource.S3DataSource.S3DataType, CreateTransformJob.TransformInput.ContentType, CreateTransformJob.TransformInput.CompressionType, CreateTransformJob.TransformInput.SplitType, CreateTransformJob.TransformOutput.S3OutputPath, CreateTransformJob.Tags, CreateTransformJob.ExperimentConfig
from sagemaker.transformer import Transformer

transformer = Transformer(
    model_name="fraud", instance_count=1, instance_type="ml.m5.xlarge", output_path="s3://ml-artifacts/scores", tags={"team": "fraud"}
)
transformer.transform("s3://ml-data/batch", content_type="text/csv", split_type="Line")
