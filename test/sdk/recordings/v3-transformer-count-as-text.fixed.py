# sdk: v3
from sagemaker.core.transformer import Transformer

transformer = Transformer(
    model_name="churn",
    instance_count="2",
    instance_type="ml.m5.large",
    output_path="s3://ml-artifacts/batch",
    output_kms_key="alias/ml-output",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
transformer.transform("s3://ml-data/in", wait=False, logs=False)
