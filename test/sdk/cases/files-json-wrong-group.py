import json
from sagemaker.estimator import Estimator

cfg = json.load(open("team.json"))
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=cfg["subnets"],
    security_group_ids=cfg["groups"],
)
estimator.fit("s3://ml-data/train")
