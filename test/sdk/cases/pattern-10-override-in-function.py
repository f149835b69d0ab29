import os

import sagemaker
from sagemaker.estimator import Estimator


def use(name):
    os.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"] = os.path.join(os.getcwd(), f"{name}.yaml")


use("team")
# %%
session = sagemaker.Session()
del os.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"]
# %%
Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", sagemaker_session=session).fit("s3://ml-data/train")
