# A framework's model without an image needs a version, also where a pipeline is made of it.
from sagemaker.pipeline import PipelineModel
from sagemaker.sklearn.model import SKLearnModel

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
both = PipelineModel([SKLearnModel("s3://ml-data/m.tar.gz", role, "serve.py")], role, name="churn")
both.deploy(1, "ml.m5.large")
