# sdk: v3
from dataclasses import asdict, dataclass, field
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking


@dataclass
class Network:
    subnets: list = field(default_factory=lambda: ["subnet-0a10000000000001a"])
    security_group_ids: list = field(default_factory=list)
    enable_network_isolation: bool = False

    def of_sdk(self, **more):
        settings = {**asdict(self), **more}
        return Networking(**{name: value for name, value in settings.items() if value not in (None, [], False)})


network = Network(security_group_ids=["sg-0a1000000000000aa"])
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

# %%
plain = ModelTrainer(
    training_image=image, role=role, networking=network.of_sdk(), compute=Compute(instance_type="ml.m5.large", instance_count=1)
)
plain.train(wait=False)

# %%
isolated = ModelTrainer(
    training_image=image,
    role=role,
    networking=network.of_sdk(enable_network_isolation=True, enable_inter_container_traffic_encryption=True),
    compute=Compute(instance_type="ml.m5.large", instance_count=2),
)
isolated.train(wait=False)
