from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput


def make_job(path, private=True):
    options = {}
    if private:
        options.update(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
    return Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", **options), {"train": TrainingInput(path)}
