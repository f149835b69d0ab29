# sdk: v3
import yaml
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

with open("network.yaml") as file:
    settings = yaml.safe_load(file)

# %%
from sagemaker.train.configs import Compute, OutputDataConfig
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=Networking(**settings["network"]),
    compute=Compute(
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
).train(wait=False)
