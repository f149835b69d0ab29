from sagemaker.session import Session

session = Session()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

# %%
session.endpoint_from_job("a-job-of-last-week", 1, "ml.m5.large", role=role, vpc_config_override=None)
