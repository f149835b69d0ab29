# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import CheckpointConfig, Compute, StoppingCondition, Networking, OutputDataConfig

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(
        instance_type="ml.g5.xlarge",
        instance_count=1,
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        keep_alive_period_in_seconds=600,
        enable_managed_spot_training=True,
    ),
    stopping_condition=StoppingCondition(max_runtime_in_seconds=600, max_wait_time_in_seconds=900),
    checkpoint_config=CheckpointConfig(s3_uri="s3://ml-ckpt/"),
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
trainer.train(wait=False)
