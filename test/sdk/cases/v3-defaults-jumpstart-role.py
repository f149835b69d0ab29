# sdk: v3
# user defaults: all.yaml
# dynamic: EnableNetworkIsolation, ResourceConfig.InstanceType, ResourceConfig.VolumeSizeInGB
from sagemaker.core.jumpstart import JumpStartConfig
from sagemaker.train import ModelTrainer

ModelTrainer.from_jumpstart_config(JumpStartConfig(model_id="open-text-model")).train(wait=False)
