# sdk: v3
from sagemaker.core.resources import NotebookInstance

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
for name in ["ana", "ben"]:
    NotebookInstance.get(notebook_instance_name=name).update(role_arn=role, root_access="Disabled")
