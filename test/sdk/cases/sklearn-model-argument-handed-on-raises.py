from sagemaker.sklearn import SKLearnModel

model = SKLearnModel(
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    images="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    framework_version="1.2-1",
)
model.deploy(1, "ml.m5.xlarge")
