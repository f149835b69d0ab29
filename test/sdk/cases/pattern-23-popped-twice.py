# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking

config = dict(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]))


def make(config, private):
    config = {**config}
    if not private:
        config.pop("networking", None)
    return ModelTrainer(**config)


# %%
make(config, private=False).train(wait=False)
# %%
networking = config.pop("networking")
ModelTrainer(**config).train(wait=False)
