# sdk: v3
# dynamic: RoleArn
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute

t = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1),
)
t.train()
b = ModelBuilder(model=t, role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
b.build(model_name="m")
