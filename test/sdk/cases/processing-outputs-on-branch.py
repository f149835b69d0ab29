# dynamic: ProcessingOutputConfig.KmsKeyId
import os

from sagemaker.processing import ProcessingOutput, Processor

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
p = Processor(
    image_uri=image, role=role, instance_count=1, instance_type="ml.m5.xlarge", output_kms_key="alias/k"
)
if os.environ.get("NEW"):
    out = [ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-data/p")]
else:
    out = []
p.run(outputs=out)
