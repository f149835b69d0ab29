from sagemaker.transformer import Transformer

transformer = Transformer(
    "fraud",
    1,
    "ml.m5.xlarge",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
transformer.transform(data="s3://ml-data/batch", data_type="ManifestFile", compression_type="Gzip", experiment_config={"TrialName": "first"})
