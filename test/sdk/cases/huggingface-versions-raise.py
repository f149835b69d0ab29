from sagemaker.huggingface import HuggingFace

estimator = HuggingFace(
    entry_point="train.py",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.g5.xlarge",
    transformers_version="4.36",
    pytorch_version="2.1.0",
    py_version="py310",
)
estimator.fit("s3://ml-data/train", wait=False)
