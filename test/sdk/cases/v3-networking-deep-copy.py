# sdk: v3
import copy
from sagemaker.core.training.configs import Compute, Networking
from sagemaker.train import ModelTrainer

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1),
    networking=Networking(subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"]),
)

# %%
network = copy.deepcopy(trainer.networking)
network.enable_network_isolation = True
network.subnets.append("subnet-0a10000000000003c")
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=network,
).train()
trainer.train()
