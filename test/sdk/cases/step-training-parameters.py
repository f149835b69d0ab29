# dynamic: VpcConfig.Subnets, ResourceConfig.VolumeKmsKeyId, ResourceConfig.InstanceType, ResourceConfig.InstanceCount
from sagemaker.estimator import Estimator
from sagemaker.workflow.parameters import ParameterInteger, ParameterString
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import TrainingStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
subnet = ParameterString("Subnet", default_value="subnet-0a10000000000001a")
key = ParameterString("VolumeKey", default_value="alias/ml-volume")
kind = ParameterString("InstanceType", default_value="ml.m5.xlarge")
count = ParameterInteger("InstanceCount", default_value=1)
estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    instance_count=count,
    instance_type=kind,
    subnets=[subnet],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key=key,
    sagemaker_session=session,
)
step = TrainingStep("Train", step_args=estimator.fit("s3://ml-data/train"))

# %%
pipeline = Pipeline(
    name="fraud", parameters=[subnet, key, kind, count], steps=[step], sagemaker_session=session
)
pipeline.upsert(role_arn=role)
