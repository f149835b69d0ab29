# known: CreateEndpoint.EndpointName, CreateEndpoint.EndpointConfigName, UpdateEndpoint.EndpointName, UpdateEndpoint.EndpointConfigName
import sagemaker

session = sagemaker.Session()
capture = {
    "EnableCapture": True,
    "InitialSamplingPercentage": 10,
    "DestinationS3Uri": "s3://ml-artifacts/seen",
    "CaptureOptions": [{"CaptureMode": "Input"}],
}
session.create_endpoint_config(
    "churn-a", "churn", 1, "ml.m5.large", kms_key="alias/ml-volume", data_capture_config_dict=capture
)
session.create_endpoint("churn", "churn-a", wait=False)
session.update_endpoint("churn", endpoint_config_name="churn-b", wait=False)

# %%
variant = sagemaker.production_variant("churn", "ml.m5.large")
session.endpoint_from_production_variants("churn-test", [variant], wait=False)
