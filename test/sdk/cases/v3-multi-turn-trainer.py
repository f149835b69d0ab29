# sdk: v3
from sagemaker.core.shapes import VpcConfig
from sagemaker.train.multi_turn_rl_trainer import MultiTurnRLTrainer

trainer = MultiTurnRLTrainer(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    agent_env="arn:aws:lambda:us-east-1:111122223333:function:agent",
    mlflow_app_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app-XYZ123",
    output_model_package_group="arn:aws:sagemaker:us-east-1:111122223333:model-package-group/models",
    intermediate_checkpoint_model_package_group="arn:aws:sagemaker:us-east-1:111122223333:model-package-group/checkpoints",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    training_dataset="s3://ml-data/train.jsonl",
    s3_output_path="s3://ml-artifacts/", accept_eula=True,
    networking=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    kms_key_arn="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
# %%
trainer.train(wait=False)
