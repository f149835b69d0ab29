# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, ExecutionRoleArn
from sagemaker.session import Session

session = Session()

# %%
session.create_model_from_job("a-job-of-last-week")
