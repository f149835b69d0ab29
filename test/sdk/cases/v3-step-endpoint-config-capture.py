# sdk: v3
from sagemaker.core.workflow.pipeline_context import PipelineSession
from sagemaker.mlops.workflow.pipeline import Pipeline
from sagemaker.mlops.workflow.endpoint_step import EndpointConfigStep

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
session = PipelineSession()

# %%
config = EndpointConfigStep(
    name="Config",
    step_args=session.create_endpoint_config(
        "fraud-config",
        [{"VariantName": "AllTraffic", "ModelName": "fraud", "InstanceType": "ml.m5.large", "InitialInstanceCount": 1}],
        data_capture_config_dict={
            "EnableCapture": True,
            "InitialSamplingPercentage": 50,
            "DestinationS3Uri": "s3://ml-data/capture",
            "KmsKeyId": "alias/ml-output",
            "CaptureOptions": [{"CaptureMode": "Input"}],
        },
    ),
)
pipeline = Pipeline(name="fraud", steps=[config], sagemaker_session=session)
pipeline.upsert(role_arn=role)
