# sdk: v3
# user defaults: all.yaml
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.train import ModelTrainer
from sagemaker.train.tuner import HyperparameterTuner

trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
tuner = HyperparameterTuner(
    trainer,
    objective_metric_name="loss",
    hyperparameter_ranges={"lr": ContinuousParameter(0.1, 1.0)},
    metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}],
    objective_type="Minimize",
    max_jobs=2,
)
tuner.tune(wait=False)
