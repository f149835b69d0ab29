# user defaults: tags.yaml
from sagemaker.estimator import Estimator
from sagemaker.processing import Processor

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"

estimator = Estimator(
    image_uri=image,
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    tags=[{"Key": "git-commit", "Value": "1a2b3c"}],
)
estimator.fit("s3://ml-data/train")

# %%
Processor(image_uri=image, role=role, instance_count=1, instance_type="ml.m5.xlarge").run()
