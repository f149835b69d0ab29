# sdk: v3
from sagemaker.train.rlvr_trainer import RLVRTrainer
from sagemaker.core.shapes import VpcConfig

trainer = RLVRTrainer(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    training_dataset="s3://team-data/train.jsonl",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=VpcConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
trainer.train(wait=False)
