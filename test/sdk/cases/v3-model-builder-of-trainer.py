# sdk: v3
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="alias/ml-volume"),
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], enable_network_isolation=True),
)
trainer.train()
builder = ModelBuilder(
    model=trainer,
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
builder.build(model_name="m")
