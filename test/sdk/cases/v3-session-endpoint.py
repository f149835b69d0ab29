# sdk: v3
# known: CreateEndpoint.EndpointName, CreateEndpoint.EndpointConfigName, UpdateEndpoint.EndpointName, UpdateEndpoint.EndpointConfigName
from sagemaker.core.helper.session_helper import Session

variant = {
    "VariantName": "AllTraffic",
    "ModelName": "churn",
    "InstanceType": "ml.m5.large",
    "InitialInstanceCount": 1,
}
session = Session()
capture = {
    "EnableCapture": True,
    "InitialSamplingPercentage": 10,
    "DestinationS3Uri": "s3://ml-artifacts/seen",
    "CaptureOptions": [{"CaptureMode": "Input"}],
}
session.create_endpoint_config(
    "churn-a", [variant], kms_key="alias/ml-volume", data_capture_config_dict=capture
)
session.create_endpoint("churn", config_name="churn-a", wait=False)
session.update_endpoint("churn", "churn-b", wait=False)
session.endpoint_from_production_variants("churn-test", [variant], wait=False)
