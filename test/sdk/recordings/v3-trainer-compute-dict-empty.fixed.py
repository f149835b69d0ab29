# sdk: v3
# What a dict does not say at all, or says to be None, the trainer fills in as well.
from sagemaker.train.model_trainer import ModelTrainer
from sagemaker.train.configs import Networking, OutputDataConfig

image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

ModelTrainer(
    training_image=image,
    role=role,
    compute={"volume_size_in_gb": 50, "volume_kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"},
    output_data_config={
        "s3_output_path": "s3://ml-artifacts/o",
        "kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    },
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
).train()
ModelTrainer(
    training_image=image,
    role=role,
    compute={
        "volume_kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    },
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
).train()
