from sagemaker.huggingface import HuggingFace

estimator = HuggingFace(
    entry_point="train.py",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.m5.xlarge",
    transformers_version="4.36.0",
    pytorch_version="2.1.0",
    py_version="py310",
    distribution={"torch_distributed": {"enabled": True}},
)
estimator.fit("s3://ml-data/train", wait=False)
