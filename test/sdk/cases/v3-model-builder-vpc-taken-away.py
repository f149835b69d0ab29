# sdk: v3
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Networking
b = ModelBuilder(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", s3_model_data_url="s3://ml-artifacts/m.tar.gz", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", network=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]))
b.vpc_config = None
b.build(model_name="m")
