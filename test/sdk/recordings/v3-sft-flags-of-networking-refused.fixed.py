# sdk: v3
from sagemaker.train import DPOTrainer, SFTTrainer
from sagemaker.train.configs import Networking

tuned = dict(
    model="meta-textgeneration-llama-3-2-1b-instruct",
    training_dataset="s3://ml-data/train.jsonl",
    mlflow_resource_arn="arn:aws:sagemaker:us-east-1:111122223333:mlflow-app/app",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    model_package_group="models",
    accept_eula=True,
    s3_output_path="s3://ml-artifacts/",
)
network = Networking(
    subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], enable_network_isolation=False
)
# %%
SFTTrainer(
    **tuned,
    networking=network,
    kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).train(wait=False)

# %%
network.enable_inter_container_traffic_encryption = True
DPOTrainer(
    **tuned,
    networking=network,
    kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
).train(wait=False)
