# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=Networking(enable_network_isolation=False, enable_inter_container_traffic_encryption=True),
)
trainer.train(wait=False)
