# user defaults: all.yaml
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner
from sagemaker.estimator import Estimator

estimator = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
tuner = HyperparameterTuner(
    estimator=estimator,
    objective_metric_name="loss",
    hyperparameter_ranges={"lr": ContinuousParameter(1e-4, 1e-1)},
    metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}],
)
tuner.fit({"train": "s3://ml-data/train"}, wait=False)
