import boto3
import sagemaker
from sagemaker.estimator import Estimator

session = sagemaker.Session()
account = boto3.client("sts").get_caller_identity()["Account"]
region = session.boto_region_name
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/out",
    sagemaker_session=session,
)
estimator.fit({"a": f"s3://ml-{region}-{account}/train", "b": "s3://ml-{0}-{1}/x".format(boto3.Session().region_name, session.account_id())})
