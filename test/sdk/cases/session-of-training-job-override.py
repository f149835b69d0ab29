from sagemaker.session import Session

session = Session()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
vpc = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}

# %%
session.create_model_from_job(
    "a-job-of-last-week", role=role, vpc_config_override=vpc, enable_network_isolation=True
)
