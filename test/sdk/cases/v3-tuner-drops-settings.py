# sdk: v3
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig
from sagemaker.train.tuner import HyperparameterTuner

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=2, volume_kms_key_id="alias/ml-volume"),
    networking=Networking(
        subnets=["subnet-0a10000000000001a"],
        security_group_ids=["sg-0a1000000000000aa"],
        enable_network_isolation=True,
        enable_inter_container_traffic_encryption=True,
    ),
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-artifacts/", kms_key_id="alias/ml-output"),
)
tuner = HyperparameterTuner(
    trainer,
    objective_metric_name="loss",
    hyperparameter_ranges={"lr": ContinuousParameter(0.1, 1.0)},
    metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}],
    objective_type="Minimize",
    max_jobs=2,
)
tuner.tune(wait=False)
