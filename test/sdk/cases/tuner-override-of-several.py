from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner, InstanceConfig

one = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
)
two = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:2",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.c5.xlarge",
    volume_kms_key="alias/ml-volume",
)
ranges = {"lr": ContinuousParameter(0.01, 0.1)}
metrics = [{"Name": "loss", "Regex": "loss=(.*)"}]
tuner = HyperparameterTuner.create(
    estimator_dict={"one": one, "two": two},
    objective_metric_name_dict={"one": "loss", "two": "loss"},
    hyperparameter_ranges_dict={"one": ranges, "two": ranges},
    metric_definitions_dict={"one": metrics, "two": metrics},
    objective_type="Minimize",
)
tuner.override_resource_config(
    instance_configs={"two": [InstanceConfig(instance_count=1, instance_type="ml.m5.2xlarge", volume_size=50)]}
)

# %%
tuner.fit({"one": "s3://ml-data/train", "two": "s3://ml-data/train"}, include_cls_metadata={})
