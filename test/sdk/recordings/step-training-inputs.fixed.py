from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput
from sagemaker.workflow.parameters import ParameterString
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

session = PipelineSession()
data = ParameterString("Data", default_value="s3://ml-data/train")
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/out",
    sagemaker_session=session,
    tags=[{"Key": "team", "Value": "fraud"}],
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
step = TrainingStep("Train", step_args=estimator.fit({"train": TrainingInput(data), "test": "s3://ml-data/test"}))

# %%
pipeline = Pipeline("inputs", parameters=[data], steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
