# user defaults: groups-of-administrator.yaml
from sagemaker.estimator import Estimator

machine = {"instance_type": "ml.m5.xlarge", "instance_count": 1}
estimator = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    **machine,
)
estimator.fit("s3://ml-data/train")
