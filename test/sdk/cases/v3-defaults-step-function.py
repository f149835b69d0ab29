# sdk: v3
# user defaults: all.yaml
from sagemaker.mlops.workflow.function_step import step
from sagemaker.mlops.workflow.pipeline import Pipeline
@step
def a(): return 1
Pipeline(name="p", steps=[a()]).upsert(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
