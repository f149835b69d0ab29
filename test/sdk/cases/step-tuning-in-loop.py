from sagemaker.estimator import Estimator
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner
from sagemaker.workflow.steps import TuningStep

session = PipelineSession()
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=session,
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)

steps = []
for jobs in (2, 4):
    tuner = HyperparameterTuner(
        estimator, "loss", {"lr": ContinuousParameter(0.1, 1)}, metric_definitions=[{"Name": "loss", "Regex": "l=(.*)"}], max_jobs=jobs
    )
    steps.append(TuningStep(name=f"tune-{jobs}", step_args=tuner.fit(f"s3://ml-data/{jobs}")))

# %%
Pipeline(name="tune", steps=steps, sagemaker_session=session).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
