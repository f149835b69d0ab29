# user defaults: groups-of-administrator.yaml
from sagemaker.estimator import Estimator

machine = {"instance_type": "ml.m5.xlarge", "instance_count": 1}
estimator = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    **machine,
    subnets=["subnet-0b20000000000001a"],
    security_group_ids=["sg-0b2000000000000bb"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
estimator.fit("s3://ml-data/train")
