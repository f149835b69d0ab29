# sdk: v3
from sagemaker.serve import ModelBuilder
from sagemaker.core.transformer import Transformer
from sagemaker.serve.batch_inference.batch_transform_inference_config import BatchTransformInferenceConfig
from sagemaker.train.configs import Networking
b = ModelBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    s3_model_data_url="s3://ml-data/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.large",
    network=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
b.build(model_name="m")
t = b.deploy(inference_config=BatchTransformInferenceConfig(instance_count=1, instance_type="ml.m5.large", output_path="s3://ml-data/o"))
