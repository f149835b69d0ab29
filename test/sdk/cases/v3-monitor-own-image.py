# sdk: v3
from sagemaker.core.model_monitor import ModelMonitor
from sagemaker.core.processing import ProcessingOutput
from sagemaker.core.shapes import ProcessingS3Output
from sagemaker.core.network import NetworkConfig
from sagemaker.core.helper.session_helper import Session

monitor = ModelMonitor("arn:aws:iam::111122223333:role/SageMakerExecutionRole", "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1", 1, "ml.m5.large", volume_kms_key="alias/ml-volume", output_kms_key="alias/ml-output", network_config=NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], encrypt_inter_container_traffic=True), sagemaker_session=Session())
# %%
monitor.run_baseline(baseline_inputs=[], output=ProcessingOutput(output_name="o", s3_output=ProcessingS3Output(s3_uri="s3://ml-data/o", local_path="/opt/ml/processing/o", s3_upload_mode="EndOfJob")), wait=False, logs=False)
