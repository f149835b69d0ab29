import unittest
from unittest.mock import patch

from sagemaker.estimator import Estimator

IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"


def estimator(instance_type):
    return Estimator(IMAGE, ROLE, 1, instance_type)


@patch("sagemaker.session.Session.upload_data")
@patch.object(Estimator, "fit")
class TestTraining(unittest.TestCase):
    def test_fits(self, fit, upload_data):
        estimator("ml.m5.large").fit("s3://ml-data/a")
        fit.assert_called_once()

    def train(self):
        Estimator(IMAGE, ROLE, 1, "ml.m5.xlarge", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]).fit("s3://ml-data/b", wait=False)


TestTraining("test_fits").test_fits()
TestTraining("train").train()
# %%
patcher = patch("sagemaker.estimator.Estimator.fit")
patcher.start()
Estimator(IMAGE, ROLE, 1, "ml.m5.2xlarge").fit("s3://ml-data/c")
patcher.stop()
Estimator(IMAGE, ROLE, 1, "ml.m5.4xlarge").fit("s3://ml-data/d", wait=False)
