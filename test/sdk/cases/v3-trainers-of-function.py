# sdk: v3
# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, ResourceConfig.VolumeKmsKeyId, RoleArn
# %%
import os, json

CONFIG = json.loads(
    '{"net": {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}, "kms": null}'
)


# %%
def build(stage="dev", **over):
    from sagemaker.train import ModelTrainer
    from sagemaker.train.configs import Networking, Compute

    net = Networking(**CONFIG["net"]) if stage != "dev" else None
    opts = {
        "training_image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        "networking": net,
        "compute": Compute(
            instance_type="ml.m5.xlarge",
            instance_count=1,
            volume_kms_key_id=CONFIG.get("kms") or over.pop("key", None),
        ),
    }
    return ModelTrainer(**opts, **over)


# %%
dev = build()
prod = build("prod", key="alias/ml-volume", base_job_name="prod")
# %%
dev.train(wait=False)
# %%
prod.train(wait=False)
