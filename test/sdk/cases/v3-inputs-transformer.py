# sdk: v3
# known: TransformInput.DataSource.S3DataSource.S3Uri, TransformOutput.S3OutputPath
from sagemaker.core.transformer import Transformer

transformer = Transformer(
    model_name="fraud",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/scores",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-2222-3333-4444-555555555555",
)
transformer.transform("s3://ml-data/batch", content_type="text/csv", wait=False, logs=False)
