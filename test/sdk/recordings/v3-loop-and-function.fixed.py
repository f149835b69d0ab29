# sdk: v3
# dynamic: ResourceConfig.InstanceType, VpcConfig.Subnets, VpcConfig.SecurityGroupIds
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig

NETWORKS = {
    "prod": Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    "dev": None,
}


def launch(stage, instance_type):
    trainer = ModelTrainer(
        training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        compute=Compute(instance_type=instance_type, instance_count=1, volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"),
        networking=NETWORKS[stage],
        output_data_config=OutputDataConfig(
            kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
        ),
    )
    trainer.train(wait=False)


for one in ("ml.m5.large", "ml.m5.xlarge"):
    launch("prod", one)
launch("dev", "ml.m5.large")
