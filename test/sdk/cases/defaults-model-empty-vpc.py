# user defaults: all.yaml
from sagemaker.model import Model

model = Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", model_data="s3://ml-artifacts/model.tar.gz", vpc_config={})
model.deploy(initial_instance_count=1, instance_type="ml.m5.large")
