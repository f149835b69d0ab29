from sagemaker.pytorch import PyTorch

network = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}
encryption = dict(volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001", output_kms_key="alias/ml-output")
settings = {**network, **encryption, "role": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}

estimator = PyTorch(
    "train.py",
    framework_version="2.1",
    py_version="py310",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    **settings,
)
estimator.fit("s3://ml-data/train")
