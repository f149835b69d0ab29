# sdk: v3
# dynamic: ResourceConfig.InstanceCount
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig
from sagemaker.core.shapes import TensorBoardOutputConfig

config = {"training_recipe": "recipe.yaml", "compute": Compute(instance_type="ml.p5.48xlarge"), "training_image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/tune:1",
    "role": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "wait": False, "recipe_overrides": {"trainer": {"num_nodes": 3}}}

def launch(config):
    wait = config.pop("wait")
    trainer = ModelTrainer.from_recipe(
        **config,
        networking=Networking(
            subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
            security_group_ids=["sg-0a1000000000000aa"],
        ),
        output_data_config=OutputDataConfig(
            kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
        ),
    )
    trainer.train(wait=wait)
    return trainer

# %%
launch(dict(config))
