# sdk: v3
from sagemaker.core.training.configs import Networking
from sagemaker.serve import ModelBuilder


class TeamBuilder(ModelBuilder):
    def __post_init__(self):
        self.network = Networking(subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"])
        super().__post_init__()


# %%
builder = TeamBuilder(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    s3_model_data_url="s3://ml-data/model.tar.gz",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
builder.build()
