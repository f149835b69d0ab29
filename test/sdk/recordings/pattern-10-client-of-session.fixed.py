# user defaults: all.yaml
import sagemaker
from sagemaker.estimator import Estimator

session = sagemaker.Session()


def make(sagemaker_session=None, **more):
    return Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", sagemaker_session=sagemaker_session, **more)


# %%
make(session).fit("s3://ml-data/train")

# %%
session.sagemaker_client.create_model(
    ModelName="churn", ExecutionRoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", PrimaryContainer={"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"},
    VpcConfig={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    }
)
