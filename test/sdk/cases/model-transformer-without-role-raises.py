from sagemaker.model import Model

model = Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", model_data="s3://ml-artifacts/model.tar.gz")
model.transformer(1, "ml.m5.xlarge")
