from sagemaker.pytorch import PyTorch

est = PyTorch(entry_point="train.py", framework_version="2.1", py_version="py310", instance_count=1, role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
est.fit("s3://ml-data/t", wait=False)
