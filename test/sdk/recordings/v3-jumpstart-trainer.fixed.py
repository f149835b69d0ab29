# sdk: v3
# dynamic: EnableNetworkIsolation, ResourceConfig.InstanceType, ResourceConfig.VolumeSizeInGB
from sagemaker.core.jumpstart import JumpStartConfig
from sagemaker.core.shapes import Tag
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import InputData, Networking, OutputDataConfig

network = Networking(
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    enable_network_isolation=False,
    enable_inter_container_traffic_encryption=True,
)
trainer = ModelTrainer.from_jumpstart_config(
    JumpStartConfig(model_id="ml-text-model", accept_eula=True),
    networking=network,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-artifacts/text", kms_key_id="alias/ml-output"),
    tags=[Tag(key="team", value="ml")],
)
trainer.compute.volume_kms_key_id = "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"
# %%
trainer.train(input_data_config=[InputData(channel_name="training", data_source="s3://ml-data/train")], wait=False)
