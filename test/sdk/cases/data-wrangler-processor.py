from sagemaker.wrangler.processing import DataWranglerProcessor
from sagemaker.network import NetworkConfig
import sagemaker

processor = DataWranglerProcessor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", data_wrangler_flow_source="s3://ml-data/a.flow", instance_count=2, instance_type="ml.m5.4xlarge", volume_size_in_gb=50,
    network_config=NetworkConfig(enable_network_isolation=False, subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]), volume_kms_key="alias/ml-volume", sagemaker_session=sagemaker.Session(),
)
# %%
processor.run(inputs=[], outputs=[], wait=False, logs=False)
