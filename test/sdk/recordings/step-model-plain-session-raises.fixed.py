from sagemaker.model import Model
from sagemaker.workflow.model_step import ModelStep

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)
made = model.create(instance_type="ml.m5.large")
step = ModelStep(name="Model", step_args=made)
