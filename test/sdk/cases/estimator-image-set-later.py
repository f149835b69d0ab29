from sagemaker.estimator import Estimator

e = Estimator(
    image_uri=None,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
e.image_uri = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
e.fit("s3://ml-data/train")
