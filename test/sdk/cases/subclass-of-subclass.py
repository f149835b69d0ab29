from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor


class Base(Processor):
    def __init__(self, image_uri, **kwargs):
        super().__init__(
            image_uri=image_uri,
            role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
            instance_count=1,
            **kwargs,
        )


class Private(Base):
    def __init__(self, image_uri):
        network = NetworkConfig(
            subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]
        )
        super().__init__(image_uri, instance_type="ml.m5.xlarge", network_config=network)


Private("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1").run()
