from sagemaker.model import Model
from sagemaker.pipeline import PipelineModel
from sagemaker.session import Session

session = Session()
model = Model(model_data="s3://ml-data/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", sagemaker_session=session)
both = PipelineModel(
    [model],
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    sagemaker_session=session,
    vpc_config={
        "Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        "SecurityGroupIds": ["sg-0a1000000000000aa"],
    },
)

# %%
both.deploy(1, "ml.m5.xlarge")
