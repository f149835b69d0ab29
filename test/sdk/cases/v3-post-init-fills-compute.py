# sdk: v3
from sagemaker.core.training.configs import Compute, Networking
from sagemaker.train import ModelTrainer

subnets = list(("subnet-0a10000000000001a",))
groups = ["sg-0a1000000000000aa"] * 1
key = None

# %%
class TeamTrainer(ModelTrainer):
    def model_post_init(self, context):
        if self.compute is None:
            self.compute = Compute(instance_type="ml.c5.xlarge", instance_count=1, volume_kms_key_id=key)
        super().model_post_init(context)
        self.networking = self.networking or Networking(subnets=subnets, security_group_ids=groups)


trainer = TeamTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
trainer.train(wait=False)
