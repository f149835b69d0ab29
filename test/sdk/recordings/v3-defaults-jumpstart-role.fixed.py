# sdk: v3
# user defaults: all.yaml
# dynamic: EnableNetworkIsolation, ResourceConfig.InstanceType, ResourceConfig.VolumeSizeInGB
from sagemaker.core.jumpstart import JumpStartConfig
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking, OutputDataConfig

ModelTrainer.from_jumpstart_config(
    JumpStartConfig(model_id="open-text-model"),
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
).train(wait=False)
