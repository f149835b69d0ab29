from sagemaker.session import Session

session = Session()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

# %%
session.endpoint_from_job("a-job-of-last-week", 1, "ml.m5.large", role=role, vpc_config_override={"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})
