# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, OutputDataConfig.KmsKeyId
import os
from sagemaker.estimator import Estimator

stage = os.environ.get("STAGE")
subnets = (
    ["subnet-0a10000000000001a"]
    if stage == "prod"
    else (["subnet-0a10000000000002b"] if stage == "test" else None)
)
Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    1,
    "ml.m5.xlarge",
    subnets=subnets,
    security_group_ids=["sg-0a1000000000000aa"] if subnets else None,
    output_kms_key="alias/ml-output" if stage else None,
).fit("s3://ml-data/train")
