import os

from sagemaker.estimator import Estimator
from sagemaker.processing import Processor

estimator = None
if os.environ.get("TRAIN", "1"):
    estimator = Estimator(
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        instance_count=1,
        instance_type="ml.m5.xlarge",
        volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    )
estimator.subnets = ["subnet-0a10000000000001a"]
estimator.security_group_ids = ["sg-0a1000000000000aa"]
estimator.fit("s3://ml-data/train")

settings = None
if os.environ.get("TRAIN", "1"):
    settings = {"instance_count": 1, "instance_type": "ml.m5.xlarge"}
settings["volume_kms_key"] = "alias/ml-volume"
processor = Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    **settings,
)
processor.run()
