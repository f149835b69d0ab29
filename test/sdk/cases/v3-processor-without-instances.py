# sdk: v3
from sagemaker.core.processing import Processor
p = Processor(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", )
p.run(wait=False, logs=False)
