from sagemaker.processing import Processor

Processor(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", instance_count=1, instance_type="ml.m5.xlarge").run()
