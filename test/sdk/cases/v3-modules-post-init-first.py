from sagemaker.modules.configs import Compute, Networking
from sagemaker.modules.train import ModelTrainer


class TeamTrainer(ModelTrainer):
    def model_post_init(self, __context):
        self.networking = self.networking or Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
        if not self.compute:
            self.compute = Compute(instance_type="ml.c5.xlarge", instance_count=2)
        super().model_post_init(__context)


# %%
TeamTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole").train(wait=False)
