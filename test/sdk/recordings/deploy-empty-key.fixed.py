from sagemaker.estimator import Estimator

est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], output_kms_key="alias/ml-output", volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001")
est.fit("s3://ml-data/train", wait=False)

est.deploy(
    initial_instance_count=1,
    instance_type="ml.m5.large",
    endpoint_name="e",
    kms_key="",
)

