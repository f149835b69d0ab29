# sdk: v3
from sagemaker.core.resources import Domain
from sagemaker.core.shapes import UserSettings

Domain.create(
    domain_name="studio", auth_mode="IAM", vpc_id="vpc-0a10000000000000a", subnet_ids=["subnet-0a10000000000001a"], kms_key_id="alias/ml-volume",
    app_network_access_type="VpcOnly", default_user_settings=UserSettings(execution_role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", security_groups=["sg-0a1000000000000aa"]),
)
