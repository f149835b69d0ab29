# sdk: v3
# dynamic: ResourceConfig.InstanceCount
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute
from sagemaker.core.shapes import TensorBoardOutputConfig

config = {"training_recipe": "recipe.yaml", "compute": Compute(instance_type="ml.p5.48xlarge"), "training_image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/tune:1",
    "role": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "wait": False, "recipe_overrides": {"trainer": {"num_nodes": 3}}}

def launch(config):
    wait = config.pop("wait")
    trainer = ModelTrainer.from_recipe(**config)
    trainer.train(wait=wait)
    return trainer

# %%
launch(dict(config))
