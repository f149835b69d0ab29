# sdk: v3
from sagemaker.core.resources import NotebookInstance
from sagemaker.core.shapes import Tag

NotebookInstance.create(
    notebook_instance_name="nb", instance_type="ml.t3.medium", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", subnet_id="subnet-0a10000000000001a", security_group_ids=["sg-0a1000000000000aa"],
    kms_key_id="alias/ml-volume", direct_internet_access="Disabled", tags=[Tag(key="Team", value="ml")],
)
