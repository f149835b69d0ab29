# sdk: v3
# A serverless job registers what it makes.
from sagemaker.train.sft_trainer import SFTTrainer

trainer = SFTTrainer(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    training_dataset="s3://team-data/train.jsonl",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
trainer.train(wait=False)
