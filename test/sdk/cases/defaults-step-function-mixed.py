# user defaults: all.yaml
from sagemaker.workflow.function_step import step
from sagemaker.workflow.pipeline import Pipeline
@step(subnets=["subnet-0a10000000000002b"], volume_kms_key="", encrypt_inter_container_traffic=False)
def a(): return 1
Pipeline("p", steps=[a()]).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
