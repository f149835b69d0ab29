from sagemaker.estimator import Estimator

subnets = [f"subnet-{i:017x}" for i in range(17)]
Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", subnets=subnets, security_group_ids=["sg-0a1000000000000aa"] * 6, volume_kms_key="not a key!").fit("s3://ml-data/t", wait=False)
