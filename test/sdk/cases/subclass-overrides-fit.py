from sagemaker.estimator import Estimator


class Checked(Estimator):
    def fit(self, inputs):
        self.volume_kms_key = "alias/ml-volume"
        super().fit(inputs, wait=False)


Checked(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
).fit("s3://ml-data/train")
