# sdk: v3
# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, EnableNetworkIsolation, ResourceConfig.VolumeKmsKeyId, ResourceConfig.InstanceType, ResourceConfig.InstanceCount, ResourceConfig.VolumeSizeInGB
import os
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking, Compute, OutputDataConfig

t = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
if os.environ.get("STAGE", "prod") == "prod":
    t.networking = Networking(
        subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]
    )
else:
    t.networking = Networking(
        subnets=["subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"]
    )
if not t.networking.enable_network_isolation:
    t.networking.enable_network_isolation = True
if os.environ.get("KEY", "yes") == "yes":
    t.compute = Compute(instance_type="ml.m5.xlarge", instance_count=1)
    if os.environ.get("VOLUME", "yes") == "yes":
        t.compute.volume_kms_key_id = "alias/ml-volume"
t.train(wait=False)
