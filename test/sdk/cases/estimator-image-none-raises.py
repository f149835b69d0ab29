from sagemaker.estimator import Estimator

Estimator(
    image_uri=None,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
).fit("s3://ml-data/train")
