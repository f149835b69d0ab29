# sdk: v3
from sagemaker.core.transformer import Transformer
t = Transformer(
    model_name="m",
    instance_count=None,
    instance_type="ml.m5.xlarge",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
t.transform("s3://ml-data/x", wait=False)
