# sdk: v3
# dynamic: VpcConfig.Subnets, VpcConfig.SecurityGroupIds, EnableNetworkIsolation, EnableInterContainerTrafficEncryption, ResourceConfig.VolumeKmsKeyId, OutputDataConfig.KmsKeyId, ResourceConfig.InstanceType, ResourceConfig.InstanceCount, RoleArn, StoppingCondition.MaxRuntimeInSeconds, ResourceConfig.VolumeSizeInGB
from pydantic import model_validator
from sagemaker.core.training.configs import Compute, Networking
from sagemaker.train import ModelTrainer

class TeamTrainer(ModelTrainer):
    @model_validator(mode="after")
    def in_vpc(self):
        if self.networking is None:
            self.networking = Networking(subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"])
        return self


# %%
TeamTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1),
).train()
