from sagemaker.estimator import Estimator
from sagemaker.xgboost import XGBoost
from stepfunctions.steps import Chain, ModelStep, TrainingStep
from stepfunctions.workflow import Workflow

settings = {
    "role": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    "instance_count": 1,
    "instance_type": "ml.m5.xlarge",
    "subnets": ["subnet-0a10000000000001a"],
    "security_group_ids": ["sg-0a1000000000000aa"],
}
own = Estimator(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    **settings,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
framework = XGBoost(
    entry_point="train.py",
    framework_version="1.5-1",
    enable_network_isolation=True,
    **settings,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)

# %%
train = TrainingStep("Train", estimator=own, data={"train": "s3://ml-data/train"}, job_name="own")
save = ModelStep(
    "Save",
    model=train.get_expected_model(),
    model_name="own",
    parameters={
        "VpcConfig": {
            "Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]
        },
    },
)
train_framework = TrainingStep(
    "TrainFramework", estimator=framework, data={"train": "s3://ml-data/train"}, job_name="framework",
    parameters={"EnableNetworkIsolation": True}
)
save_framework = ModelStep(
    "SaveFramework",
    model=train_framework.get_expected_model(model_name="framework"),
    model_name="framework",
    instance_type="ml.m5.large",
)

# %%
chain = Chain([train, save, train_framework, save_framework])
Workflow(name="models", definition=chain, role="arn:aws:iam::111122223333:role/StateMachines").create()
