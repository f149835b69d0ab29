# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking, TrainingImageConfig, Compute, OutputDataConfig

ModelTrainer(
    training_image="registry.corp.example/team/train:1",
    role="arn:aws:iam::111122223333:role/Training",
    networking=Networking(subnets=["subnet-0b20000000000001a"], security_group_ids=["sg-0b2000000000000bb"]),
    training_image_config=TrainingImageConfig(training_repository_access_mode="Vpc"),
    compute=Compute(
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
).train(wait=False)
