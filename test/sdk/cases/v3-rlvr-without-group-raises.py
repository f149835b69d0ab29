# sdk: v3
from sagemaker.train.rlvr_trainer import RLVRTrainer

trainer = RLVRTrainer(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    training_dataset="s3://team-data/train.jsonl",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
trainer.train(wait=False)
