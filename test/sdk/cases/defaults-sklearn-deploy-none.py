# user defaults: all.yaml
from sagemaker.sklearn import SKLearn
e = SKLearn("t.py", framework_version="1.2-1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_type="ml.m5.xlarge", subnets=None, security_group_ids=None)
e.fit("s3://ml-data/train")
# %%
e.deploy(1, "ml.m5.large", vpc_config_override=None)
