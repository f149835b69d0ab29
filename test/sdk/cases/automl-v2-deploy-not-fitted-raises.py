from sagemaker.automl.automlv2 import AutoMLTabularConfig, AutoMLV2

automl = AutoMLV2(AutoMLTabularConfig(target_attribute_name="y"), role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")

# %%
automl.deploy(1, "ml.m5.large")
