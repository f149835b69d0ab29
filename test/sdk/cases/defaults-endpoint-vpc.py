# user defaults: endpoint-vpc.yaml
from sagemaker.model import Model
model = Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", model_data="s3://ml-data/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
model.deploy(1, "ml.m5.large", endpoint_name="e")
