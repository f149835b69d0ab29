# sdk: v3
# dynamic: ResourceConfig.VolumeKmsKeyId, ResourceConfig.InstanceType, ResourceConfig.InstanceCount, ResourceConfig.VolumeSizeInGB
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig

common = dict(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/nova:1")

def tuned(recipe, **more):
    return ModelTrainer.from_recipe(
        recipe,
        Compute(instance_type="ml.p5.48xlarge", instance_count=4),
        **common,
        **more,
        output_data_config=OutputDataConfig(
            kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
        ),
    )

# %%
trainer = tuned("recipe.yaml", networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]))
trainer.train(wait=False)
