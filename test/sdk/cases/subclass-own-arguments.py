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
        )
        self.output_kms_key = "alias/ml-output"


# %%
Trainer("churn").fit("s3://ml-data/train")
