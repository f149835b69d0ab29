from sagemaker.pytorch import PyTorch

estimator = PyTorch(
    entry_point="train.py",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.p4d.24xlarge",
    framework_version="2.0",
    py_version="py310",
    distribution={"torch_distributed": {"enabled": True}},
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    encrypt_inter_container_traffic=True,
)
estimator.fit("s3://ml-data/train", wait=False)
