from sagemaker.estimator import Estimator

est = Estimator(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge", output_path="s3://ml-artifacts/out")
def g():
    est.fit("s3://ml-data/t", wait=False)
    yield 1
list(g())

# %%
est.deploy(initial_instance_count=1, instance_type="ml.m5.large")
