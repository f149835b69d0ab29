# sdk: v3
# known: InputDataConfig
from sagemaker.core.shapes import Tag, VpcConfig
from sagemaker.train import SFTTrainer, DPOTrainer, RLVRTrainer, RLAIFTrainer
from sagemaker.train.base_trainer import TrainingJobCompute

trainer = RLAIFTrainer(
    model="meta-textgeneration-llama-3-2-1b-instruct", mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", accept_eula=True, s3_output_path="s3://ml-artifacts/", model_package_group="models", training_dataset="s3://ml-data/train.jsonl", validation_dataset="s3://ml-data/val.jsonl", reward_model_id="openai.gpt-oss-120b-1:0", reward_prompt="Builtin.Correctness")
trainer.train(wait=False)
