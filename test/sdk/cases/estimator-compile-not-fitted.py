from sagemaker.estimator import Estimator

est = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/out",
)

# %%
est.compile_model(target_instance_family="ml_c5", input_shape={"data": [1, 3]}, output_path="s3://ml-artifacts/c", framework="pytorch", framework_version="1.8")
