from sagemaker.pytorch import PyTorch


def train(**settings):
    return PyTorch(entry_point="train.py", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.xlarge", **settings)


good = train(framework_version="2.0.1", py_version="py310")
good.fit("s3://ml-data/train", wait=False)

# %%
bad = train(framework_version="2.0.1")
bad.fit("s3://ml-data/train", wait=False)
