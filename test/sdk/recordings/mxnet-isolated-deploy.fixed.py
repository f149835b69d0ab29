from sagemaker.mxnet import MXNet

estimator = MXNet(
    entry_point="train.py",
    framework_version="1.9",
    py_version="py38",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    enable_network_isolation=True,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="alias/ml-output",
)
estimator.fit("s3://ml-data/train")
estimator.deploy(1, "ml.m5.large", kms_key="alias/ml-volume", enable_network_isolation=True)
