# user defaults: all.yaml
import sagemaker
from sagemaker.processing import Processor
plain = sagemaker.Session(sagemaker_config={"SchemaVersion": "1.0"})
b = Processor("arn:aws:iam::111122223333:role/SageMakerExecutionRole", "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", 1, "ml.m5.large")
b.sagemaker_session = plain
b.run(wait=False, logs=False)
c = Processor("arn:aws:iam::111122223333:role/SageMakerExecutionRole", "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", 1, "ml.m5.large", sagemaker_session=plain)
c.sagemaker_session = sagemaker.Session()
c.run(wait=False, logs=False)
