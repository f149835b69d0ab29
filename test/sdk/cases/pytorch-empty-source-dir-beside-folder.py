role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
from sagemaker.pytorch import PyTorch

est = PyTorch(
    entry_point="code/train.py",
    source_dir="",
    role=role,
    instance_count=1,
    instance_type="ml.m5.xlarge",
    framework_version="2.1.0",
    py_version="py310",
    output_path="s3://ml-data/out",
)
est.fit()
