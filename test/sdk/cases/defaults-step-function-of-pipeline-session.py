# user defaults: all.yaml
import sagemaker
from sagemaker.workflow.function_step import step
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession(sagemaker_config={"SchemaVersion": "1.0", "SageMaker": {"PythonSDK": {"Modules": {"RemoteFunction": {"VpcConfig": {"Subnets": ["subnet-0b20000000000001a"], "SecurityGroupIds": ["sg-0b2000000000000bb"]}, "ImageUri": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "InstanceType": "ml.c5.xlarge"}}}}})

@step(name="a")
def a():
    return 1

Pipeline("p", steps=[a()], sagemaker_session=session).create("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
