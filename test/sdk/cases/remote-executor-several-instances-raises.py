from sagemaker.remote_function import RemoteExecutor


def double(x):
    return 2 * x


# %%
with RemoteExecutor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.m5.xlarge",
    instance_count=2,
) as executor:
    executor.submit(double, 1)
