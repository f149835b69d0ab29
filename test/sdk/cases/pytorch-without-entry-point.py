from sagemaker.pytorch import PyTorch

est = PyTorch(source_dir="src", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", framework_version="2.1", py_version="py310", instance_count=1, instance_type="ml.m5.xlarge")
est.fit("s3://ml-data/t", wait=False)
