# user defaults: all.yaml
from sagemaker.estimator import Estimator
from sagemaker.processing import Processor
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep, ProcessingStep

ps = PipelineSession()
est = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=ps,
)
p = Processor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/proc:1",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=ps,
)
steps = [ProcessingStep("P", step_args=p.run()), TrainingStep("T", step_args=est.fit("s3://ml-data/train"))]
Pipeline("cfg", steps=steps, sagemaker_session=ps).upsert(
    "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
)
