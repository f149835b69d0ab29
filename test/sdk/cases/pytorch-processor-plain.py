from sagemaker.pytorch.processing import PyTorchProcessor

processor = PyTorchProcessor(
    framework_version="2.1",
    py_version="py310",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_type="ml.g5.xlarge",
    instance_count=1,
)
processor.run(code="preprocess.py", source_dir="code")
