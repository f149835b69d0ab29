# sdk: v3
from sagemaker.core.resources import DeviceFleet
from sagemaker.core.shapes import EdgeOutputConfig

DeviceFleet.create(device_fleet_name="f", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", output_config=EdgeOutputConfig(s3_output_location="s3://ml-data/o", kms_key_id="alias/ml-output"))
