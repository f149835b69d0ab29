# sdk: v3
from sagemaker.train.training_session import ServiceClient
from sagemaker.train.training_session.types import VpcConfig

service = ServiceClient(
    region="us-east-1", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    model_package_group_arn="arn:aws:sagemaker:us-east-1:111122223333:model-package-group/models",
    s3_output_path="s3://ml-artifacts/sessions/",
    kms_key_arn="arn:aws:kms:us-east-1:111122223333:key/1111",
    vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
)
# %%
client = service.create_lora_training_client(base_model="huggingface-llm-qwen3-4b", rank=16)
