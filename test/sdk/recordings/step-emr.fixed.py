from sagemaker.estimator import Estimator
from sagemaker.workflow.emr_step import EMRStep, EMRStepConfig
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

session = PipelineSession()
spark = EMRStep("Spark", "Spark", "prepares", "j-1ABC", EMRStepConfig("s3://ml-code/job.jar"))
estimator = Estimator(
    "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", sagemaker_session=session,
    subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
train = TrainingStep("Train", step_args=estimator.fit("s3://ml-data/train"), depends_on=[spark])

# %%
Pipeline("p", steps=[spark, train], sagemaker_session=session).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
