from pathlib import Path
from sagemaker.pytorch import PyTorch

Path("train.py").write_text("")
estimator = PyTorch(
    entry_point="train.py",
    framework_version="2.1",
    py_version="py310",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.g5.xlarge",
    enable_network_isolation=True,
)
estimator.fit({"train": "s3://ml-data/train"})
