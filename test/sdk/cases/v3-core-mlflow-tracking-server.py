# sdk: v3
from sagemaker.core.resources import MlflowTrackingServer
from sagemaker.core.shapes import Tag

MlflowTrackingServer.create(tracking_server_name="ml", artifact_store_uri="s3://ml-data/mlflow", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
