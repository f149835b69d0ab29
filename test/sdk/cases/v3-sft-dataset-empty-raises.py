# sdk: v3
from sagemaker.train.sft_trainer import SFTTrainer

t = SFTTrainer(
    model="oracle-model",
    training_dataset="",
    accept_eula=True,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    model_package_group="g",
)
t.train(wait=False)
