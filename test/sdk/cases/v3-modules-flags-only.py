from sagemaker.modules.configs import Networking
from sagemaker.modules.train import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=Networking(enable_network_isolation=True),
)
trainer.train(wait=False)
