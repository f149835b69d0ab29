# sdk: v3
from sagemaker.train import ModelTrainer, SFTTrainer
from sagemaker.train.base_trainer import TrainingJobCompute
from sagemaker.train.configs import StoppingCondition

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

# %%
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    stopping_condition=StoppingCondition(max_wait_time_in_seconds=7200),
).train(wait=False)

# %%
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role=role,
    stopping_condition=StoppingCondition(max_runtime_in_seconds=None),
).train(wait=False)

# %%
tuned = {
    "model": "meta-textgeneration-llama-3-2-1b-instruct",
    "training_dataset": "s3://ml-data/train.jsonl",
    "mlflow_resource_arn": "arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    "role": role,
    "accept_eula": True,
    "compute": TrainingJobCompute(instance_type="ml.p4d.24xlarge", instance_count=1),
}
SFTTrainer(**tuned, stopping_condition=StoppingCondition(max_wait_time_in_seconds=7200)).train(wait=False)

# %%
SFTTrainer(**tuned).train(wait=False)
