from sagemaker.model import Model
from sagemaker.pipeline import PipelineModel

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
first = Model("111122223333.dkr.ecr.us-east-1.amazonaws.com/a:1", "s3://ml-data/a.tar.gz", role)
second = Model("111122223333.dkr.ecr.us-east-1.amazonaws.com/b:1", "s3://ml-data/b.tar.gz", role)

# %%
pipeline_model = PipelineModel(
    name="chain",
    role=role,
    models=[first, second],
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
pipeline_model.deploy(1, "ml.m5.large")
