# sdk: v3
# A script needs the folder that it is in.
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import SourceCode

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    source_code=SourceCode(entry_script="train.py"),
)
trainer.train(wait=False)
