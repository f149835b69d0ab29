# sdk: v3
# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, EnableNetworkIsolation, EnableInterContainerTrafficEncryption, ResourceConfig.VolumeKmsKeyId, OutputDataConfig.KmsKeyId, ResourceConfig.InstanceType, ResourceConfig.InstanceCount, RoleArn, StoppingCondition.MaxRuntimeInSeconds, ResourceConfig.VolumeSizeInGB
from sagemaker.core.training.configs import Compute, Networking, OutputDataConfig, StoppingCondition
from sagemaker.train import ModelTrainer


class Encrypted(ModelTrainer):
    def model_post_init(self, context):
        ModelTrainer.model_post_init(self, context)
        self.output_data_config.kms_key_id = "alias/ml-output"
        self.compute.volume_kms_key_id = "alias/ml-volume"


# %%
trainer = Encrypted(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
trainer.train(wait=False)
