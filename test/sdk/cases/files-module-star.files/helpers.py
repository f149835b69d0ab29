from sagemaker.estimator import Estimator

NETWORK = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}


def make(image):
    return Estimator(
        f"111122223333.dkr.ecr.us-east-1.amazonaws.com/{image}",
        "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        1,
        "ml.m5.xlarge",
        **NETWORK,
    )


def launch(image):
    make(image).fit("s3://ml-data/train", wait=False)
