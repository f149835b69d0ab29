from sagemaker.model import Model
from sagemaker.pipeline import PipelineModel

R = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
chain = PipelineModel(models=[Model(image, "s3://ml-artifacts/a.tar.gz", R), Model(image, "s3://ml-artifacts/b.tar.gz", R)], role=R)

# %%
chain.register(["text/csv"], ["text/csv"], ["ml.m5.large"], ["ml.m5.large"], model_package_group_name="g")
