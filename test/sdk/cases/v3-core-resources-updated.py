# sdk: v3
from sagemaker.core.resources import Domain, NotebookInstance, UserProfile
from sagemaker.core.shapes import UserSettings

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
notebook = NotebookInstance.create(
    notebook_instance_name="n",
    instance_type="ml.t3.medium",
    role_arn=role,
    subnet_id="subnet-0a10000000000001a",
    security_group_ids=["sg-0a1000000000000aa"],
    kms_key_id="alias/ml-volume",
    direct_internet_access="Disabled",
)
# %%
notebook.update(instance_type="ml.t3.large", role_arn=role, root_access="Disabled")

# %%
domain = Domain.get(domain_id="d-new")
domain.update(
    default_user_settings=UserSettings(security_groups=["sg-0a1000000000000aa"]),
    subnet_ids=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    app_network_access_type="VpcOnly",
)

# %%
profile = UserProfile.create(domain_id="d-new", user_profile_name="u")
profile.update(user_settings=UserSettings(execution_role=role, security_groups=["sg-0a1000000000000aa"]))
