from sagemaker.remote_function import RemoteExecutor
def f(a): return a
with RemoteExecutor(instance_type="ml.m5.xlarge", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", subnets=[], security_group_ids=[]) as e:
    e.submit(f, 1)
