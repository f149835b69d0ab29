from unittest.mock import patch, MagicMock
import sagemaker.estimator
from sagemaker.estimator import Estimator

est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.m5.large")
with patch.object(Estimator, "fit", new=lambda self, *a, **k: None), patch("sagemaker.session.Session.upload_data") as up:
    est.fit("s3://ml-data/a")
with patch("sagemaker.estimator.Estimator") as E:
    E("x").fit()
    sagemaker.estimator.Estimator("x").fit("s3://ml-data/c")
est.fit("s3://ml-data/b", wait=False)
