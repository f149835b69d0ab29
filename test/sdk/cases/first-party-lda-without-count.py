from sagemaker import LDA
from sagemaker.amazon.amazon_estimator import RecordSet
LDA("arn:aws:iam::111122223333:role/SageMakerExecutionRole", "ml.m5.large", 3).fit(RecordSet("s3://ml-data/r", 10, 3), mini_batch_size=5, wait=False)
