# Helpers give "" for what is not wanted; the SDK asks whether there is something in it.
from sagemaker.automl.automl import AutoML
from sagemaker.estimator import Estimator

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    model_uri="",
)
estimator.fit("s3://ml-data/train")
AutoML(role=role, target_attribute_name="y", volume_kms_key="").fit("s3://ml-data/train")
