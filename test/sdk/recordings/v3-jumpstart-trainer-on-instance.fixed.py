# sdk: v3
# dynamic: EnableNetworkIsolation, ResourceConfig.VolumeSizeInGB
from sagemaker.core.jumpstart import JumpStartConfig
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig

trainer = ModelTrainer.from_jumpstart_config(
    JumpStartConfig(model_id="ml-text-model"),
    compute=Compute(instance_type="ml.g5.2xlarge"),
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
trainer.train(wait=False)
