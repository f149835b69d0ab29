# sdk: v3
from sagemaker.core.resources import PartnerApp
from sagemaker.core.shapes import Tag

PartnerApp.create(name="p", type="comet", execution_role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", kms_key_id="alias/ml-volume", auth_type="IAM", tier="small")
