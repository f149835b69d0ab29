# sdk: v3
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.core.training.configs import Networking
from sagemaker.core.inference_config import ServerlessInferenceConfig

net = Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
b = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-artifacts/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    network=net,
)
b.network = Networking(
    subnets=["subnet-0b20000000000001a"],
    security_group_ids=["sg-0b2000000000000bb"],
    enable_network_isolation=True,
)
m = b.build(model_name="sl")
b.deploy(
    endpoint_name="sl",
    inference_config=ServerlessInferenceConfig(memory_size_in_mb=2048, max_concurrency=3),
    wait=False,
)
