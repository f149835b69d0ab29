# sdk: v3
from sagemaker.core.training.configs import Compute, Networking
from sagemaker.train import ModelTrainer

subnets = list(("subnet-0a10000000000001a",))
groups = ["sg-0a1000000000000aa"] * 1
key = None

# %%
from sagemaker.train.configs import OutputDataConfig
class TeamTrainer(ModelTrainer):
    def model_post_init(self, context):
        if self.compute is None:
            self.compute = Compute(instance_type="ml.c5.xlarge", instance_count=1, volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001")
        super().model_post_init(context)
        self.networking = self.networking or Networking(subnets=subnets, security_group_ids=groups)


trainer = TeamTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
trainer.train(wait=False)
