from sagemaker.modules.configs import Compute, Networking
from sagemaker.modules.train import ModelTrainer


class TeamTrainer(ModelTrainer):
    def model_post_init(self, __context):
        self.networking = self.networking or Networking(
            subnets=["subnet-0a10000000000001a"],
            security_group_ids=["sg-0a1000000000000aa"],
            enable_inter_container_traffic_encryption=True,
        )
        if not self.compute:
            self.compute = Compute(
                instance_type="ml.c5.xlarge",
                instance_count=2,
                volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
            )
        super().model_post_init(__context)


# %%
from sagemaker.modules.configs import OutputDataConfig
TeamTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
).train(wait=False)
