# known: CreateHyperParameterTuningJob.InputDataConfig
from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    output_path="s3://ml-artifacts/out",
)
tuner = HyperparameterTuner(
    estimator,
    objective_metric_name="loss",
    metric_definitions=[{"Name": "loss", "Regex": "loss: (.*)"}],
    hyperparameter_ranges={"lr": ContinuousParameter(0.01, 0.1)},
)
tuner.fit({"train": "s3://ml-data/train", "validation": "s3://ml-data/validation"})
