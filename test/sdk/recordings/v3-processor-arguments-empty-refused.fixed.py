# sdk: v3
from sagemaker.core.processing import ScriptProcessor
from sagemaker.core.network import NetworkConfig


def script():
    return ScriptProcessor(
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
        command=["python3"],
        instance_count=1,
        instance_type="ml.m5.large",
        network_config=NetworkConfig(
            subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
            security_group_ids=["sg-0a1000000000000aa"],
        ),
        volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    )


# %%
script().run(code="prepare.py", arguments=["--rows", "10"], wait=False, logs=False)

# %%
script().run(code="prepare.py", arguments=[], wait=False, logs=False)
