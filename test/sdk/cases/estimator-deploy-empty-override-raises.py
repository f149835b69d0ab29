from sagemaker.estimator import Estimator

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
estimator.fit("s3://ml-data/train")

# %%
estimator.deploy(1, "ml.m5.large", vpc_config_override={"Subnets": [], "SecurityGroupIds": ["sg-0a1000000000000aa"]})
