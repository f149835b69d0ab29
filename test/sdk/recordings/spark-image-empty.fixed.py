from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor, ProcessingOutput, ScriptProcessor

network = NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
from sagemaker.spark.processing import PySparkProcessor

p = PySparkProcessor(
    framework_version="3.3",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=network,
    image_uri="",
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
p.run("train.py", wait=False, logs=False)
