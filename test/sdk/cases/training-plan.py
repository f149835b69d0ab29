from sagemaker.estimator import Estimator
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner

plan = "arn:aws:sagemaker:us-east-1:111122223333:training-plan/churn"
job = dict(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=2,
    instance_type="ml.p5.48xlarge",
    output_path="s3://ml-data/out",
)
Estimator(**job, training_plan=plan).fit("s3://ml-data/train", wait=False)
Estimator(**job, training_plan=None).fit("s3://ml-data/train", wait=False)
HyperparameterTuner(
    Estimator(**job, training_plan=plan),
    "loss",
    {"lr": ContinuousParameter(0.1, 0.2)},
    metric_definitions=[{"Name": "loss", "Regex": "loss=(.*)"}],
).fit("s3://ml-data/train", wait=False)
