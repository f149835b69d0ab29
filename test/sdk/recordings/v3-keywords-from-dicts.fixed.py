# sdk: v3
# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds
import os
from sagemaker.train.model_trainer import ModelTrainer
from sagemaker.core.training.configs import Compute, Networking
from sagemaker.train.configs import OutputDataConfig

NETWORK = {
    "subnets": os.environ.get("SUBNETS", "subnet-0a10000000000001a,subnet-0a10000000000002b").split(","),
    "security_group_ids": [os.environ.get("SG", "sg-0a1000000000000aa")],
}
settings = dict(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=Networking(**NETWORK),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
settings["compute"] = Compute(
    instance_type="ml.m5.xlarge",
    instance_count=1,
    volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
ModelTrainer(**settings).train(wait=False)
