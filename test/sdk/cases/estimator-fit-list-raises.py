from sagemaker.estimator import Estimator

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
subnets = ["subnet-0a10000000000001a"]
groups = ["sg-0a1000000000000aa"]
est = Estimator(
    image, role, 1, "ml.m5.xlarge", output_path="s3://ml-data/out", subnets=subnets, security_group_ids=groups
)
est.fit(["s3://ml-data/in"])
