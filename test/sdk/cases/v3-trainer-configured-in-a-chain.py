# sdk: v3
# dynamic: OutputDataConfig.S3OutputPath
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import CheckpointConfig, Compute, MetricDefinition, Networking, RetryStrategy

trainer = (
    ModelTrainer(
        training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        compute=Compute(instance_type="ml.m5.xlarge", instance_count=1),
        networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    )
    .with_checkpoint_config(CheckpointConfig(s3_uri="s3://ml-data/checkpoints"))
    .with_retry_strategy(RetryStrategy(maximum_retry_attempts=3))
    .with_metric_definitions([MetricDefinition(name="loss", regex="loss=(.*)")])
)

# %%
trainer.train(wait=False)
