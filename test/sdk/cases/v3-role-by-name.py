# sdk: v3
# dynamic: RoleArn
from sagemaker import train
from sagemaker.train import configs

trainer = train.ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="SageMakerExecutionRole",
    compute=configs.Compute(instance_type="ml.c5.2xlarge"),
    networking=configs.Networking(subnets=None, security_group_ids=None),
)
trainer.train(wait=False)
