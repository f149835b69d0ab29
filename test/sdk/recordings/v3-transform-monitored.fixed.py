# sdk: v3
from sagemaker.core.inputs import BatchDataCaptureConfig
from sagemaker.core.transformer import Transformer

transformer = Transformer(
    model_name="fraud",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/o",
    volume_kms_key="alias/ml-volume",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
transformer.transform(
    "s3://ml-data/x",
    batch_data_capture_config=BatchDataCaptureConfig(destination_s3_uri="s3://ml-data/c", kms_key_id="alias/ml-output"),
    wait=False,
)
