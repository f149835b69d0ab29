# user defaults: all.yaml
from sagemaker.workflow.function_step import step
from sagemaker.workflow.pipeline import Pipeline
@step
def a(): return 1
Pipeline("p", steps=[a()]).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
