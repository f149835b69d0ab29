# user defaults: all.yaml
import sagemaker
from sagemaker.estimator import Estimator
plain = sagemaker.Session(sagemaker_config={"SchemaVersion": "1.0"})
a = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.large", sagemaker_session=plain)
a.sagemaker_session = sagemaker.Session()
a.fit(wait=False)
