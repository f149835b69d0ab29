# dynamic: CreateEndpointConfig.KmsKeyId
# known: UpdateEndpoint.EndpointName
from sagemaker.model import Model
from sagemaker.model_monitor import DataCaptureConfig
from sagemaker.predictor import Predictor

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    name="churn",
)
model.deploy(1, "ml.m5.large", endpoint_name="churn-live")

# %%
predictor = Predictor("churn-live")
capture = DataCaptureConfig(True, destination_s3_uri="s3://ml-artifacts/seen", kms_key_id="alias/ml-output")
predictor.update_data_capture_config(capture)
predictor.disable_data_capture()
