# sdk: v3
from sagemaker.train import ModelTrainer, SFTTrainer
from sagemaker.train.base_trainer import TrainingJobCompute
from sagemaker.train.configs import StoppingCondition

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

# %%
from sagemaker.train.configs import Networking, OutputDataConfig
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    stopping_condition=StoppingCondition(max_wait_time_in_seconds=7200),
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    compute=TrainingJobCompute(
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        enable_managed_spot_training=True,
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
).train(wait=False)

# %%
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    stopping_condition=StoppingCondition(max_runtime_in_seconds=None),
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    compute=TrainingJobCompute(
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
).train(wait=False)

# %%
from sagemaker.core.shapes import VpcConfig
tuned = {
    "model": "meta-textgeneration-llama-3-2-1b-instruct",
    "training_dataset": "s3://ml-data/train.jsonl",
    "mlflow_resource_arn": "arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    "role": role,
    "accept_eula": True,
    "compute": TrainingJobCompute(instance_type="ml.p4d.24xlarge", instance_count=1),
}
SFTTrainer(
    **tuned,
    stopping_condition=StoppingCondition(max_wait_time_in_seconds=7200),
    networking=VpcConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
).train(wait=False)

# %%
SFTTrainer(
    **tuned,
    networking=VpcConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
).train(wait=False)
