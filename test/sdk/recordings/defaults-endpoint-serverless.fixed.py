# user defaults: endpoint-keys.yaml
from sagemaker.model import Model
from sagemaker.serverless import ServerlessInferenceConfig
model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
model.deploy(1, "ml.m5.large", serverless_inference_config=ServerlessInferenceConfig(), endpoint_name="e")
