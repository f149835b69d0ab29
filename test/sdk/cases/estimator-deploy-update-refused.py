from sagemaker.estimator import Estimator
est = Estimator(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large")
est.fit(wait=False)
est.deploy(1, "ml.m5.large", update_endpoint=True, wait=False)
