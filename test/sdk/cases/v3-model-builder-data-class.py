# sdk: v3
# dynamic: EnableNetworkIsolation
from dataclasses import dataclass

from sagemaker.core.training.configs import Networking
from sagemaker.serve.model_builder import ModelBuilder


@dataclass
class TeamBuilder(ModelBuilder):
    network: Networking = None

    def __post_init__(self):
        if self.network is None:
            self.network = Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
        super().__post_init__()


# %%
TeamBuilder(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1", s3_model_data_url="s3://ml-data/model.tar.gz", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole").build(model_name="churn")
