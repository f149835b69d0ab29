from sagemaker.estimator import Estimator
from sagemaker.inputs import FileSystemInput

est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
fs = FileSystemInput("fs-0123456789abcdef0", "EFS", "/data")
fs.config["DataSource"]["FileSystemDataSource"]["FileSystemId"] = "fs-0123456789abcdef1"
est.fit(fs, wait=False)
