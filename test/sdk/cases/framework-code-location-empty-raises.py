from sagemaker.pytorch import PyTorch

PyTorch(
    "train.py",
    source_dir="src",
    code_location="",
    framework_version="2.1",
    py_version="py310",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
).fit("s3://ml-data/train")
