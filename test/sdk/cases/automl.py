from sagemaker.automl.automl import AutoML

job = AutoML(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    target_attribute_name="y",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    output_kms_key="alias/ml-output",
    volume_kms_key="alias/ml-volume",
    encrypt_inter_container_traffic=True,
)
job.fit("s3://ml-data/train.csv", wait=False)
