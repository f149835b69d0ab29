from sagemaker.huggingface import HuggingFace

estimator = HuggingFace(
    entry_point="train.py",
    transformers_version="4.26",
    pytorch_version="1.13",
    py_version="py39",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
estimator.fit("s3://ml-data/train")
