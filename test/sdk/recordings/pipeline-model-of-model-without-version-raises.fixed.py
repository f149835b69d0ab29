# A framework's model without an image needs a version, also where a pipeline is made of it.
from sagemaker.pipeline import PipelineModel
from sagemaker.sklearn.model import SKLearnModel

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
both = PipelineModel(
    [SKLearnModel("s3://ml-data/m.tar.gz", role, "serve.py")],
    role,
    name="churn",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
both.deploy(1, "ml.m5.large")
