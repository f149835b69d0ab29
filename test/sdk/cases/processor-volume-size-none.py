from sagemaker.processing import Processor

p = Processor(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge", volume_size_in_gb=None)
p.run(wait=False, logs=False)
