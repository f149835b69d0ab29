from sagemaker.model import Model
from sagemaker.serverless import ServerlessInferenceConfig

endpoint = {"initial_instance_count": 1, "instance_type": "ml.m5.large", "kms_key": "alias/ml-volume"}
m = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://a/m.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
m.deploy(**endpoint, endpoint_name="x", tags=[{"Key": "a", "Value": "b"}])
m2 = Model(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    "s3://a/m.tar.gz",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={"SecurityGroupIds": ["sg-0a1000000000000aa"], "Subnets": ["subnet-0a10000000000001a"]},
)
endpoint.pop("instance_type")
endpoint.pop("initial_instance_count")
m2.deploy(serverless_inference_config=ServerlessInferenceConfig(), **endpoint)
