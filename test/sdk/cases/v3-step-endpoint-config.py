# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.endpoint_step import EndpointConfigStep, EndpointStep
from sagemaker.core.helper.session_helper import production_variant

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
session = PipelineSession()

# %%
config_args = session.create_endpoint_config(
    name="fraud-config",
    production_variants=[production_variant("fraud", "ml.m5.large", 1)],
    kms_key="alias/ml-volume",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    enable_network_isolation=True,
    role=role,
)
config = EndpointConfigStep(name="Config", step_args=config_args)
endpoint = EndpointStep(
    name="Endpoint",
    step_args=session.create_endpoint(endpoint_name="fraud", config_name=config.properties.EndpointConfigName),
)

# %%
pipeline = Pipeline(name="fraud", steps=[config, endpoint], sagemaker_session=session)
pipeline.upsert(role_arn=role)
