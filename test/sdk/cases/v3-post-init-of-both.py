# sdk: v3
from sagemaker.core.training.configs import Compute, Networking, OutputDataConfig, StoppingCondition
from sagemaker.train import ModelTrainer


class Isolated(ModelTrainer):
    def model_post_init(self, context):
        super().model_post_init(context)
        self.networking = Networking(enable_network_isolation=True)


class InVpc(Isolated):
    def model_post_init(self, context):
        super().model_post_init(context)
        self.networking.subnets = ["subnet-0a10000000000001a"]
        self.networking.security_group_ids = ["sg-0a1000000000000aa"]


# %%
trainer = InVpc(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
trainer.train(wait=False)
