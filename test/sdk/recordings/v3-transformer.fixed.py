# sdk: v3
from sagemaker.core.transformer import Transformer

Transformer(
    "m",
    2,
    "ml.m5.xlarge",
    output_path="s3://ml-artifacts/out",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).transform("s3://ml-data/in", wait=False)
