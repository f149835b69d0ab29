# dynamic: VpcConfig.Subnets
from sagemaker.estimator import Estimator
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

ps = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
one, other = ["subnet-0a10000000000001a"], ["subnet-0b20000000000002b"]
groups = ["sg-0a1000000000000aa"]
est = Estimator(
    image,
    role,
    1,
    "ml.m5.xlarge",
    output_path="s3://ml-data/out",
    subnets=one,
    security_group_ids=groups,
    sagemaker_session=ps,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
step = TrainingStep("fit", step_args=est.fit())
Pipeline("p", steps=[step], sagemaker_session=ps).upsert(role_arn=role)
est.subnets = other
Pipeline("q", steps=[step], sagemaker_session=ps).upsert(role_arn=role)
