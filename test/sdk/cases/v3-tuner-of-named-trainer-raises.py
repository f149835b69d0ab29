# sdk: v3
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking
from sagemaker.train.tuner import HyperparameterTuner

ranges = {"eta": ContinuousParameter(0.1, 0.5)}
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

trainer = ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", role=role)
tuner = HyperparameterTuner(trainer, "auc", ranges, max_jobs=2, model_trainer_name="one")
tuner.tune(wait=False)
