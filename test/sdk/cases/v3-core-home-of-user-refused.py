# sdk: v3
from sagemaker.core.resources import Domain
from sagemaker.core.shapes import UserSettings

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
Domain.create(
    domain_name="d",
    auth_mode="IAM",
    default_user_settings=UserSettings(execution_role=role, security_groups=["sg-0a1000000000000aa"], auto_mount_home_efs="Enabled"),
    vpc_id="vpc-0a10000000000000a",
    subnet_ids=["subnet-0a10000000000001a"],
    app_network_access_type="VpcOnly",
    kms_key_id="alias/ml-volume",
)
