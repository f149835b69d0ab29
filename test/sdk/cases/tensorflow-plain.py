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
)

# %%
estimator.fit({"train": "s3://ml-data/train"})
