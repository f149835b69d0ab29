# sdk: v3
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, InputData, Channel, DataSource, S3DataSource, SourceCode, Networking, OutputDataConfig
from sagemaker.train.tuner import HyperparameterTuner

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    input_data_config=[InputData(channel_name="train", data_source="s3://ml-data/extra")],
    networking=Networking(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
tuner = HyperparameterTuner(trainer, objective_metric_name="loss", hyperparameter_ranges={"lr": ContinuousParameter(0.1, 1.0)}, metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}], max_jobs=2)
tuner.tune(wait=False)
