# user defaults: all.yaml
import sagemaker
from sagemaker.config import load_sagemaker_config
from sagemaker.estimator import Estimator

defaults = load_sagemaker_config()
defaults["SageMaker"]["TrainingJob"]["VpcConfig"]["Subnets"] = ["subnet-0a10000000000002b"]
del defaults["SageMaker"]["TrainingJob"]["OutputDataConfig"]
session = sagemaker.Session(sagemaker_config=defaults)
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
)
estimator.fit("s3://ml-data/train")
