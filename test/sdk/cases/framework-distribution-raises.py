from sagemaker.pytorch import PyTorch

estimator = PyTorch(
    entry_point="train.py",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.p4d.24xlarge",
    framework_version="2.0",
    py_version="py310",
    distribution={"torch_distributed": {"enabled": True}},
)
estimator.fit("s3://ml-data/train", wait=False)
