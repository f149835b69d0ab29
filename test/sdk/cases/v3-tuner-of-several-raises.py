# sdk: v3
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking
from sagemaker.train.tuner import HyperparameterTuner

ranges = {"eta": ContinuousParameter(0.1, 0.5)}
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"


def trainer(image):
    return ModelTrainer(
        training_image=f"111122223333.dkr.ecr.us-east-1.amazonaws.com/{image}",
        role=role,
        compute=Compute(instance_type="ml.m5.xlarge", instance_count=1),
        networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    )


# %%
tuner = HyperparameterTuner.create(
    model_trainer_dict={"small": trainer("small:1"), "large": trainer("large:1")},
    objective_metric_name_dict={"small": "auc", "large": "auc"},
    hyperparameter_ranges_dict={"small": ranges, "large": ranges},
    max_jobs=4,
)
# %%
tuner.tune(inputs={"small": "s3://ml-data/s", "large": "s3://ml-data/l"}, wait=False)
