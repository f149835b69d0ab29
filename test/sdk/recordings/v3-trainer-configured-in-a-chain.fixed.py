# sdk: v3
# dynamic: OutputDataConfig.S3OutputPath
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import CheckpointConfig, Compute, MetricDefinition, Networking, RetryStrategy, OutputDataConfig

trainer = (
    ModelTrainer(
        training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        compute=Compute(
            instance_type="ml.m5.xlarge",
            instance_count=1,
            volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        ),
        networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
        output_data_config=OutputDataConfig(
            kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
        ),
    )
    .with_checkpoint_config(CheckpointConfig(s3_uri="s3://ml-data/checkpoints"))
    .with_retry_strategy(RetryStrategy(maximum_retry_attempts=3))
    .with_metric_definitions([MetricDefinition(name="loss", regex="loss=(.*)")])
)

# %%
trainer.train(wait=False)
