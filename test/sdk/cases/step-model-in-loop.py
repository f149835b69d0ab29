# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.model import Model
from sagemaker.workflow.model_step import ModelStep

session = PipelineSession()

steps = []
for team, vpc in (("a", {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}), ("b", None)):
    model = Model(f"111122223333.dkr.ecr.us-east-1.amazonaws.com/{team}:1", f"s3://ml-data/{team}.tar.gz", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", vpc_config=vpc, sagemaker_session=session)
    steps.append(ModelStep(name=team, step_args=model.create(instance_type="ml.m5.large")))

# %%
Pipeline(name="models", steps=steps, sagemaker_session=session).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
