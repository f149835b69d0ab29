# known: CreateModel.PrimaryContainer.ModelDataUrl
from sagemaker.model import Model

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-artifacts/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
)
model.create(instance_type="ml.m5.xlarge")
