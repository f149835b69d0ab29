# sdk: v3
from sagemaker.core.processing import FrameworkProcessor
from sagemaker.core.network import NetworkConfig

processor = FrameworkProcessor(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge", volume_kms_key="alias/ml-volume", output_kms_key="alias/ml-output", network_config=NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]))
# %%
processor.run(code="prep.py", source_dir="src", wait=False, logs=False)
