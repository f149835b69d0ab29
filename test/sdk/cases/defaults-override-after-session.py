import os
import sagemaker
from sagemaker.estimator import Estimator

session = sagemaker.Session()
os.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"] = os.path.join("team", "network.yaml")
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
estimator.fit("s3://ml-data/train")
second = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
second.fit("s3://ml-data/train")
