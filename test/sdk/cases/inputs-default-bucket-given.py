# known: InputDataConfig
import sagemaker
from sagemaker.estimator import Estimator

session = sagemaker.Session(default_bucket="ml-workspace")
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
estimator.fit(f"s3://{session.default_bucket()}/train")
