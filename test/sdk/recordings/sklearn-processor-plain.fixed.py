# %%
import sagemaker
from sagemaker.sklearn.processing import SKLearnProcessor

role = sagemaker.get_execution_role()

# %%
# dynamic: RoleArn
processor = SKLearnProcessor(
    framework_version="1.2-1",
    role=role,
    instance_type="ml.m5.xlarge",
    instance_count=1,
    network_config=sagemaker.network.NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
processor.run(
    code="preprocess.py",
    outputs=[sagemaker.processing.ProcessingOutput(output_name="train", source="/opt/ml/processing/train")],
)
