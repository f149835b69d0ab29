from sagemaker.model import Model

model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
model.compile(
    target_instance_family="ml_c5",
    input_shape={"data": [1, 3]},
    output_path="s3://ml-data/c",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    job_name="c",
    framework="xgboost",
    framework_version="1.2",
)
