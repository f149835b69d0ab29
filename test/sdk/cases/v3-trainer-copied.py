# sdk: v3
# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, ResourceConfig.InstanceType, ResourceConfig.InstanceCount
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking

network = Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=network,
)
open_network = trainer.model_copy(update={"networking": None, "compute": Compute(instance_type="ml.c5.xlarge")})
open_network.train(wait=False)
trainer.train(wait=False)
