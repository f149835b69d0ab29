from sagemaker.automl.automl import AutoML, AutoMLInput
from sagemaker.workflow.automl_step import AutoMLStep
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
job = AutoML(
    role=role,
    target_attribute_name="y",
    mode="ENSEMBLING",
    volume_kms_key="alias/ml-volume",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    sagemaker_session=session,
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
data = AutoMLInput(inputs="s3://ml-data/train", target_attribute_name="y", channel_type="training")
step = AutoMLStep("AutoML", step_args=job.fit(inputs=[data]))

# %%
pipeline = Pipeline(name="fraud", steps=[step], sagemaker_session=session)
pipeline.upsert(role_arn=role)
