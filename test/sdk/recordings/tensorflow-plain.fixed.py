# dynamic: RoleArn
# %%
import sagemaker
from sagemaker.tensorflow import TensorFlow

role = sagemaker.get_execution_role()

# %%
estimator = TensorFlow(
    entry_point="train.py",
    source_dir="src",
    role=role,
    instance_count=1,
    instance_type="ml.m5.large",
    framework_version="2.11",
    py_version="py39",
    hyperparameters={"epochs": 3},
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
estimator.fit({"train": "s3://ml-data/train"})
