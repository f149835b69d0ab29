from sagemaker.automl.automl import AutoML

a = AutoML(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", target_attribute_name="y")
m = a.create_model(name="m", inference_response_keys=None)
m.deploy(1, "ml.m5.large")
