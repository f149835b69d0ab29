# sdk: v3
# Copies are not validated, but a structure is made anew of them where they are sent.
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking

IMAGE = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
ROLE = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
SUBNETS = ["subnet-0a10000000000001a"]
GROUPS = ["sg-0a1000000000000aa"]

# %%
from sagemaker.train.configs import OutputDataConfig
assigned = ModelTrainer(
    training_image=IMAGE, role=ROLE, networking=Networking(subnets=SUBNETS, security_group_ids=GROUPS),
    compute=Compute(
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    )
)
assigned.networking.enable_network_isolation = "yes"
assigned.compute.instance_count = True
assigned.train(wait=False)

# %%
one = Compute(
    instance_type="ml.m5.xlarge",
    instance_count=1,
    volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
isolated = Networking(
    subnets=SUBNETS, security_group_ids=GROUPS, enable_inter_container_traffic_encryption=True
)
copied = ModelTrainer(
    training_image=IMAGE,
    role=ROLE,
    compute=one.model_copy(update={"instance_count": "4"}),
    networking=isolated.model_copy(update={"enable_network_isolation": "on"}),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
copied.train(wait=False)
