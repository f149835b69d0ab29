# sdk: v3
from sagemaker.train.dpo_trainer import DPOTrainer
from sagemaker.core.shapes import VpcConfig

trainer = DPOTrainer(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    model_package_group="tuned",
    training_dataset="s3://team-data/train.jsonl",
    compute={"instance_type": "ml.g5.12xlarge", "instance_count": 1},
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=VpcConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
)
trainer.train(wait=False)
