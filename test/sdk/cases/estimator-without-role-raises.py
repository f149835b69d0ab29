from sagemaker.estimator import Estimator

estimator = Estimator(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", instance_count=1, instance_type="ml.m5.xlarge")
estimator.role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
estimator.fit("s3://ml-data/train")
