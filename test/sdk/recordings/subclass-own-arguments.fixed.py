from sagemaker.estimator import Estimator


# %%
class Trainer(Estimator):
    def __init__(self, project, size="large"):
        super().__init__(
            image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
            role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
            instance_count=1,
            instance_type=f"ml.m5.{size}",
            output_path=f"s3://ml-data/{project}",
            subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
            security_group_ids=["sg-0a1000000000000aa"],
            volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        )
        self.output_kms_key = "alias/ml-output"


# %%
Trainer("churn").fit("s3://ml-data/train")
