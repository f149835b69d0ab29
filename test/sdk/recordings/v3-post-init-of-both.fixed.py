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
    compute=Compute(
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
trainer.train(wait=False)
