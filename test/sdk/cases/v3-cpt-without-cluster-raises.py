# sdk: v3
from sagemaker.train.cpt_trainer import CPTTrainer

trainer = CPTTrainer(model="nova-lite", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", training_dataset="s3://ml-data/t.jsonl")
trainer.train()
