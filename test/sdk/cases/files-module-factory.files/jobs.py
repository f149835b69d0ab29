from sagemaker.estimator import Estimator

DEFAULTS = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}


def make(instance_type, **more):
    settings = dict(DEFAULTS, **more)
    return Estimator(
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        instance_count=1,
        instance_type=instance_type,
        volume_kms_key="alias/ml-volume",
        output_kms_key="alias/ml-output",
        **settings,
    )
