# sdk: v3
# dynamic: EnableNetworkIsolation, ResourceConfig.VolumeSizeInGB
from sagemaker.core.jumpstart import JumpStartConfig
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute

trainer = ModelTrainer.from_jumpstart_config(
    JumpStartConfig(model_id="ml-text-model"),
    compute=Compute(instance_type="ml.g5.2xlarge"),
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
trainer.train(wait=False)
