# known: InputDataConfig, OutputDataConfig.S3OutputPath, Tags, ExperimentConfig
import sagemaker

session = sagemaker.Session()
session.train(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    input_mode="File",
    input_config=[
        {
            "ChannelName": "train",
            "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/train"}},
        }
    ],
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    job_name="session-train",
    output_config={"S3OutputPath": "s3://ml-artifacts/"},
    resource_config={"InstanceType": "ml.m5.xlarge", "InstanceCount": 1, "VolumeSizeInGB": 30},
    hyperparameters={},
    stop_condition={"MaxRuntimeInSeconds": 3600},
    tags=[{"Key": "team", "Value": "fraud"}],
    experiment_config={"ExperimentName": "fraud"},
)
