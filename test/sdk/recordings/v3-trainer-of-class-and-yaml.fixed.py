# sdk: v3
# user defaults: all.yaml
import yaml
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig

with open("job.yaml") as f:
    cfg = yaml.safe_load(f)

class Experiment:
    def __init__(self, job):
        self.job = job

    def trainer(self, **more):
        return ModelTrainer(
            training_image=self.job["image"],
            role=self.job["role"],
            compute=Compute(
                instance_type=self.job["type"],
                instance_count=1,
                volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
            ),
            **more,
            networking=Networking(
                subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
                security_group_ids=["sg-0a1000000000000aa"],
            ),
            output_data_config=OutputDataConfig(
                kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
            ),
        )

# %%
exp = Experiment(cfg["job"])
exp.trainer().train(wait=False)
