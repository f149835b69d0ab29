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
)
p.run("train.py", wait=False, logs=False)
