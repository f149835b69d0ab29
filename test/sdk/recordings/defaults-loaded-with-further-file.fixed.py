# user defaults: subnets-of-user.yaml
import sagemaker
from sagemaker.config import load_sagemaker_config
from sagemaker.estimator import Estimator

session = sagemaker.Session(sagemaker_config=load_sagemaker_config(additional_config_paths=["team/network.yaml"]))
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
    subnets=["subnet-0b20000000000001a"],
    security_group_ids=["sg-0b2000000000000bb"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
estimator.fit("s3://ml-data/train")
