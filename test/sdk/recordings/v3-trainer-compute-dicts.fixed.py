# sdk: v3
# What a dict does not say of the servers, the trainer fills in as it does of a Compute.
from sagemaker.train.model_trainer import ModelTrainer
from sagemaker.train.configs import OutputDataConfig, Networking

image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

ModelTrainer(
    training_image=image,
    role=role,
    compute={"instance_type": "ml.g5.xlarge"},
    networking={"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]},
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
).train()
ModelTrainer(
    training_image=image,
    role=role,
    compute={
        "instance_count": 2,
        "volume_kms_key_id": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    },
    stopping_condition={},
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
        enable_inter_container_traffic_encryption=True,
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
).train()
