# user defaults: all.yaml
from sagemaker.estimator import Estimator

base = dict(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge")
flags = {"encrypt_inter_container_traffic": False, "enable_network_isolation": False}
both = base | flags
Estimator(**both).fit("s3://ml-data/t", wait=False)

# %%
del both["enable_network_isolation"]
Estimator(**both).fit("s3://ml-data/t", wait=False)
