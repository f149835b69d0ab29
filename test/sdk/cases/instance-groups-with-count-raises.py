from sagemaker.estimator import Estimator
from sagemaker.instance_group import InstanceGroup

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    instance_groups=[InstanceGroup("workers", "ml.m5.xlarge", 2)],
)
estimator.fit("s3://ml-data/train")
