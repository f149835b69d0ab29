# %%
# sdk: v3
from sagemaker.train.configs import Compute, Networking

network = Networking(
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
)
compute = Compute(instance_type="ml.m5.xlarge", instance_count=1)
# %%
from sagemaker.train.model_trainer import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=network,
    compute=compute,
)
# %%
trainer.train(wait=False)
