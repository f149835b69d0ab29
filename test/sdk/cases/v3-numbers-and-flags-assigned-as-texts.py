# sdk: v3
# Copies are not validated, but a structure is made anew of them where they are sent.
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking

IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
SUBNETS = ["subnet-0a10000000000001a"]
GROUPS = ["sg-0a1000000000000aa"]

# %%
assigned = ModelTrainer(
    training_image=IMAGE, role=ROLE, networking=Networking(subnets=SUBNETS, security_group_ids=GROUPS)
)
assigned.networking.enable_network_isolation = "yes"
assigned.compute.instance_count = True
assigned.train(wait=False)

# %%
one = Compute(instance_type="ml.m5.xlarge", instance_count=1)
isolated = Networking(subnets=SUBNETS, security_group_ids=GROUPS)
copied = ModelTrainer(
    training_image=IMAGE,
    role=ROLE,
    compute=one.model_copy(update={"instance_count": "4"}),
    networking=isolated.model_copy(update={"enable_network_isolation": "on"}),
)
copied.train(wait=False)
