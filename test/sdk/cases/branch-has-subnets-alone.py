# dynamic: VpcConfig.Subnets
import os

from sagemaker.estimator import Estimator

network = {}
if os.environ.get("STAGE") == "prod":
    network["subnets"] = ["subnet-0b20000000000001a"]
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    **network,
)
estimator.fit("s3://ml-data/train")
