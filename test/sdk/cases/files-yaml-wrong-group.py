import yaml
from sagemaker.estimator import Estimator

with open("team.yaml") as file:
    cfg = yaml.safe_load(file)

# %%
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    **cfg["training"]["network"],
    **cfg["training"].get("keys", {}),
)
estimator.fit("s3://ml-data/train")
