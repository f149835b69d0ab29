from sagemaker.automl.automl import AutoML

automl = AutoML(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", target_attribute_name="y")

# %%
automl.deploy(1, "ml.m5.large", vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})
