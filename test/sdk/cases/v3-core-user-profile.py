# sdk: v3
from sagemaker.core.resources import UserProfile
from sagemaker.core.shapes import UserSettings

UserProfile.create(domain_id="d-abc", user_profile_name="ann", user_settings=UserSettings(execution_role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", security_groups=["sg-0a1000000000000aa"]))
