from sagemaker.huggingface import HuggingFace

huggingface = HuggingFace(
    entry_point="train.py",
    source_dir="./scripts",
    instance_type="ml.g5.2xlarge",
    instance_count=1,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    transformers_version="4.36",
    pytorch_version="2.1",
    py_version="py310",
    enable_network_isolation=True,
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
huggingface.fit({"train": "s3://ml-data/train"})
