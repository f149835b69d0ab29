# sdk: v3
# dynamic: VpcConfig.SecurityGroupIds
from pydantic import ValidationError
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking, Compute, OutputDataConfig

for net in (
    {"subnets": ["subnet-0a10000000000001a"]},
    {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]},
):
    t = ModelTrainer(
        training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        networking=Networking(**net),
        compute=Compute(
            volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        ),
        output_data_config=OutputDataConfig(
            kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
        ),
    )
    try:
        t.train(wait=False)
    except ValidationError as e:
        print(e)
