# sdk: v3
# user defaults: all.yaml
from sagemaker.core.helper.session_helper import Session
from sagemaker.train import ModelTrainer
from sagemaker.core.processing import Processor
from sagemaker.core.network import NetworkConfig

s = Session(
    sagemaker_config={
        "SchemaVersion": "1.0",
        "SageMaker": {"ProcessingJob": {"NetworkConfig": {"EnableNetworkIsolation": True}}},
    }
)
Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/proc:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=s,
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
).run(wait=False, logs=False)
Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/proc:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
).run(wait=False, logs=False)
