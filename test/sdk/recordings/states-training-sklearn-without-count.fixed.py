from sagemaker.sklearn import SKLearn
from stepfunctions.steps import Chain, TrainingStep
from stepfunctions.workflow import Workflow

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
estimator = SKLearn(
    entry_point="train.py",
    framework_version="1.2-1",
    role=role,
    instance_type="ml.m5.xlarge",
    subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
    security_group_ids=["sg-0a1000000000000aa"],
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
one = TrainingStep("One", estimator=estimator, data={"train": "s3://ml-data/train"}, job_name="one")
two = TrainingStep(
    "Two",
    estimator=estimator,
    data={"train": "s3://ml-data/train"},
    job_name="two",
    parameters={
        "ResourceConfig": {"InstanceCount": 2}, "EnableInterContainerTrafficEncryption": True
    },
)

# %%
workflow = Workflow(name="two", definition=Chain([one, two]), role="arn:aws:iam::111122223333:role/StateMachines")
workflow.create()
