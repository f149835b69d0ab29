from sagemaker.sklearn import SKLearnProcessor


class Preparation(SKLearnProcessor):
    """Prepares data."""


preparation = Preparation("1.2-1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge")
preparation.run(code="train.py")
