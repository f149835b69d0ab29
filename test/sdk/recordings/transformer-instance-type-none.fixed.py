from sagemaker.transformer import Transformer

t = Transformer(
    model_name="m",
    instance_count=1,
    instance_type=None,
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
t.transform("s3://ml-data/x", wait=False)
