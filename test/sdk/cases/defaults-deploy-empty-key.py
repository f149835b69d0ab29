# user defaults: all.yaml
from sagemaker.model import Model
import sagemaker
Model("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "s3://ml-artifacts/m.tar.gz", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", sagemaker_session=sagemaker.Session(), name="m").deploy(1, "ml.m5.large", endpoint_name="e", kms_key="")
