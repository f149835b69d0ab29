# sdk: v3
from sagemaker.train.sft_trainer import SFTTrainer
from sagemaker.core.shapes import VpcConfig

t = SFTTrainer(
    model="oracle-model",
    training_dataset="",
    accept_eula=True,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    model_package_group="g",
    networking=VpcConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
t.train(wait=False)
