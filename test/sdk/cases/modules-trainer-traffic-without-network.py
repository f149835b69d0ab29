# Its Networking needs subnets and groups: the traffic between instances is encrypted only with a VPC.
from sagemaker.modules.configs import Compute
from sagemaker.modules.train import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=2),
)
trainer.train(wait=False)
