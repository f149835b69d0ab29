from sagemaker.estimator import Estimator

job = {"train_instance_count": 1, "train_instance_type": "ml.m5.xlarge", "train_max_run": 600}
estimator = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    **job,
)
estimator.fit("s3://ml-data/train")
