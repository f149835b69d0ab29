import sagemaker

session = sagemaker.Session()
session.tune(
    job_name="by-session",
    strategy="Bayesian",
    objective_type="Minimize",
    objective_metric_name="loss",
    max_jobs=2,
    max_parallel_jobs=1,
    parameter_ranges={},
    static_hyperparameters={},
    input_mode="File",
    metric_definitions=None,
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    input_config=None,
    output_config={"S3OutputPath": "s3://ml-data/out", "KmsKeyId": "alias/ml-output"},
    resource_config={
        "InstanceType": "ml.m5.xlarge",
        "InstanceCount": 2,
        "VolumeSizeInGB": 30,
        "VolumeKmsKeyId": "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    },
    stop_condition={"MaxRuntimeInSeconds": 3600},
    tags=None,
    warm_start_config=None,
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    enable_network_isolation=True,
    encrypt_inter_container_traffic=True,
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
