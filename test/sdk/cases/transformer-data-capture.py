from sagemaker.inputs import BatchDataCaptureConfig
from sagemaker.transformer import Transformer

transformer = Transformer(model_name="churn", instance_count=1, instance_type="ml.m5.xlarge", output_path="s3://ml-artifacts/scores", output_kms_key="alias/ml-output")
# %%
transformer.transform("s3://ml-data/test", batch_data_capture_config=BatchDataCaptureConfig(destination_s3_uri="s3://ml-artifacts/capture", kms_key_id="alias/ml-output"))
