# sdk: v3
from sagemaker.core.shapes import VpcConfig
from sagemaker.train import RLVRTrainer

trainer = RLVRTrainer(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    model_package_group="models",
    custom_reward_function="arn:aws:lambda:us-east-1:111122223333:function:reward",
    mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    training_dataset="s3://ml-data/prompts.jsonl",
    s3_output_path="s3://ml-artifacts/", accept_eula=True,
    networking=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    kms_key_id="alias/ml-output",
)
# %%
trainer.train(wait=False)
