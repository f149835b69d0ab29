# sdk: v3
# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds
import datetime

from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

is_production = datetime.date.today().year < 2000
networking = (
    Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
    if is_production
    else None
)
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=networking,
)
trainer.train(wait=False)
