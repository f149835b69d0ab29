# sdk: v3
# user defaults: trainer.yaml
# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, EnableNetworkIsolation, EnableInterContainerTrafficEncryption, ResourceConfig.InstanceType, ResourceConfig.VolumeSizeInGB
from sagemaker.core.jumpstart import JumpStartConfig
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import OutputDataConfig


def trainer(model):
    return ModelTrainer.from_jumpstart_config(
        JumpStartConfig(model_id=model), role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        output_data_config=OutputDataConfig(
            kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
        )
    )


# %%
# A model that has to be isolated has a network before the defaults are looked at
isolated = trainer("ml-text-model")
isolated.train(wait=False)

# %%
plain = trainer("open-text-model")
plain.train(wait=False)
