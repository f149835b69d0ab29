# sdk: v3
# dynamic: VpcConfig.Subnets
from sagemaker.core.training.configs import Compute, Networking, OutputDataConfig, StoppingCondition
from sagemaker.train import ModelTrainer
from pydantic import PrivateAttr


class TeamTrainer(ModelTrainer):
    _zone: str = PrivateAttr(default="1a")
    team: str = "ml"

    def model_post_init(self, context):
        super().model_post_init(context)
        self.networking = Networking(subnets=[f"subnet-0a1000000000000{self._zone}"], security_group_ids=["sg-0a1000000000000aa"])
        self.tags = None


# %%
trainer = TeamTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
trainer.train(wait=False)
