from sagemaker.remote_function import remote

@remote(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", instance_type="ml.m5.xlarge", instance_count=None)
def f(): return 1
f()
