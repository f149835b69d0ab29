# user defaults: all.yaml
from sagemaker.workflow.function_step import step
from sagemaker.workflow.pipeline import Pipeline
@step(
    subnets=["subnet-0a10000000000002b"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    encrypt_inter_container_traffic=False,
    security_group_ids=["sg-0a1000000000000aa"],
)
def a(): return 1
Pipeline("p", steps=[a()]).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
