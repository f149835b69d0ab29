from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner, InstanceConfig

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
tuner = HyperparameterTuner(
    estimator,
    "loss",
    {"lr": ContinuousParameter(0.01, 0.1)},
    metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}],
    objective_type="Minimize",
)
tuner.override_resource_config(instance_configs=None)

# %%
tuner.fit("s3://ml-data/train")
