# sdk: v3
from sagemaker.core.resources import MlflowApp
from sagemaker.core.shapes import Tag

MlflowApp.create(name="ml", artifact_store_uri="s3://ml-data/mlflow", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", kms_key_id="alias/ml-volume")
