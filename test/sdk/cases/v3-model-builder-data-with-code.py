# sdk: v3
# known: PrimaryContainer.Image
from sagemaker.serve import ModelBuilder
from sagemaker.core.training.configs import Networking
from sagemaker.core.training.configs import SourceCode

builder = ModelBuilder(role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", instance_type="ml.m5.large", s3_model_data_url="s3://ml-data/model.tar.gz", source_code=SourceCode(source_dir="src", entry_script="inf.py"))
builder.build(model_name="m")
