import os

import sagemaker
from sagemaker.estimator import Estimator

session = sagemaker.Session()
os.environ["SAGEMAKER_USER_CONFIG_OVERRIDE"] = "team.yaml"
# %%
Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", sagemaker_session=session).fit("s3://ml-data/train")
