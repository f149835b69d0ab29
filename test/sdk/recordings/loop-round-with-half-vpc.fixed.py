# dynamic: VpcConfig.SecurityGroupIds
from sagemaker.estimator import Estimator

image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
for subnets, groups in [(["subnet-0a10000000000001a"], ["sg-0a1000000000000aa"]), (["subnet-0a10000000000001a"], None)]:
    estimator = Estimator(
        image,
        "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        1,
        "ml.m5.xlarge",
        subnets=subnets,
        security_group_ids=groups,
        volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    )
    estimator.fit("s3://ml-data/train", wait=False)
