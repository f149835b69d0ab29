# dynamic: RoleArn
import sagemaker
from sagemaker.pytorch import PyTorch

estimator = PyTorch(
    entry_point="train.py",
    source_dir="src",
    role=sagemaker.get_execution_role(),
    framework_version="2.1.0",
    py_version="py310",
    instance_count=2,
    instance_type="ml.p3.8xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="alias/ml-output",
    encrypt_inter_container_traffic=True,
)
estimator.fit({"train": "s3://ml-data/train"})
