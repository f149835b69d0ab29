from sagemaker.model import Model

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
m = Model(image_uri=image, model_data="s3://ml-data/m.tar.gz", role=role)
m.deploy(1, "ml.m5.xlarge", data_capture_config={"EnableCapture": True})
