from sagemaker.model import Model

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
subnets = ["subnet-0a10000000000001a"]
groups = ["sg-0a1000000000000aa"]
m = Model(
    image_uri=image,
    model_data="s3://ml-data/m.tar.gz",
    role=role,
    vpc_config={"VpcId": "vpc-1", "Subnets": subnets, "SecurityGroupIds": groups},
)
m.deploy(1, "ml.m5.xlarge")
