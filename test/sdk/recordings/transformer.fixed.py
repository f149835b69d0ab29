from sagemaker.transformer import Transformer

transformer = Transformer(
    "existing-model", 1, "ml.m5.xlarge", output_path="s3://ml-data/out", output_kms_key="alias/ml-output",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"
)
transformer.transform("s3://ml-data/batch", content_type="text/csv")
