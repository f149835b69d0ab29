# dynamic: ResourceConfig.VolumeKmsKeyId, ResourceConfig.InstanceType
# user defaults: all.yaml
from sagemaker.estimator import Estimator

for kind in ["ml.g5.xlarge", "ml.m5.xlarge", "ml.p4d.24xlarge"]:
    Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, kind).fit("s3://ml-data/t", wait=False)
