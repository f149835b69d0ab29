# sdk: v3
# user defaults: trainer.yaml
# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, EnableNetworkIsolation, EnableInterContainerTrafficEncryption, ResourceConfig.InstanceType, ResourceConfig.VolumeSizeInGB
from sagemaker.core.jumpstart import JumpStartConfig
from sagemaker.train import ModelTrainer


def trainer(model):
    return ModelTrainer.from_jumpstart_config(
        JumpStartConfig(model_id=model), role="arn:aws:iam::111122223333:role/SageMakerExecutionRole"
    )


# %%
# A model that has to be isolated has a network before the defaults are looked at
isolated = trainer("ml-text-model")
isolated.train(wait=False)

# %%
plain = trainer("open-text-model")
plain.train(wait=False)
