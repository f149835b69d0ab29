import sagemaker.estimator

for name in ["Estimator"]:
    estimator = getattr(sagemaker.estimator, name)(
        "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        instance_count=1,
        instance_type="ml.m5.xlarge",
    )
    setattr(estimator, "volume_kms_key", "alias/ml-volume")
    estimator.fit("s3://ml-data/train")
