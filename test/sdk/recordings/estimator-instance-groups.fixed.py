from sagemaker.instance_group import InstanceGroup
from sagemaker.pytorch import PyTorch

estimator = PyTorch(
    entry_point="train.py", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", framework_version="2.0", py_version="py310",
    instance_groups=[InstanceGroup("data", "ml.c5.18xlarge", 2), InstanceGroup("gpu", "ml.p3.2xlarge", 1)], subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
# %%
estimator.fit("s3://ml-data/train")
