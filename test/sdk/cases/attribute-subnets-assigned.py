from sagemaker.estimator import Estimator


def make():
    estimator = Estimator(
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        instance_count=1,
        instance_type="ml.m5.xlarge",
    )
    estimator.subnets = ["subnet-0a10000000000001a"]  # private
    return estimator


# %%
make().fit("s3://ml-data/train")
