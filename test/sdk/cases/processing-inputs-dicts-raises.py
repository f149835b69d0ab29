from sagemaker.processing import Processor

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
p = Processor(image_uri=image, role=role, instance_count=1, instance_type="ml.m5.xlarge")
p.run(
    inputs=[{"InputName": "a", "S3Input": {"S3Uri": "s3://ml-data/i", "LocalPath": "/opt/ml/processing/i"}}]
)
