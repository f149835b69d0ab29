from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

network = {"subnets": ["subnet-0a10000000000001a"], "security_group_ids": ["sg-0a1000000000000aa"]}
metrics = [{"Name": "auc", "Regex": "auc: (.*)"}]
estimators = {
    name: Estimator(
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        instance_count=1,
        instance_type=instance_type,
        **(network if name != "c" else {}),
    )
    for name, instance_type in [("a", "ml.m5.large"), ("b", "ml.c5.large"), ("c", "ml.m5.xlarge")]
}
tuner = HyperparameterTuner.create(
    estimator_dict=estimators,
    objective_metric_name_dict={name: "auc" for name in estimators},
    hyperparameter_ranges_dict=dict.fromkeys(estimators, {"lr": ContinuousParameter(0.01, 0.2)}),
    metric_definitions_dict={name: metrics for name in estimators},
    max_jobs=6,
)
tuner.fit(inputs={name: "s3://ml-data/" + name for name in estimators}, include_cls_metadata={}, wait=False)
