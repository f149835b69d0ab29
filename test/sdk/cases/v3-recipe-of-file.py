# sdk: v3
# dynamic: ResourceConfig.InstanceCount
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig

trainer = ModelTrainer.from_recipe(
    training_recipe="recipe.yaml",
    compute=Compute(instance_type="ml.p5.48xlarge", volume_kms_key_id="alias/ml-volume"),
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], enable_network_isolation=False),
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/tune:1",
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-artifacts/tune", kms_key_id="alias/ml-output"),
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
# %%
trainer.train(wait=False)
