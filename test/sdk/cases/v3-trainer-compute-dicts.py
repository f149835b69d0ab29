# sdk: v3
# What a dict does not say of the servers, the trainer fills in as it does of a Compute.
from sagemaker.train.model_trainer import ModelTrainer

image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

ModelTrainer(
    training_image=image,
    role=role,
    compute={"instance_type": "ml.g5.xlarge"},
    networking={"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]},
).train()
ModelTrainer(training_image=image, role=role, compute={"instance_count": 2}, stopping_condition={}).train()
