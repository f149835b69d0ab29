from sagemaker.processing import Processor
from sagemaker.network import NetworkConfig
from stepfunctions.steps import Catch, Chain, Choice, ChoiceRule, Fail, Pass, ProcessingStep
from stepfunctions.workflow import Workflow

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1"
first = Processor(
    image_uri=image,
    role=role,
    instance_count=1,
    instance_type="ml.m5.large",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
second = Processor(
    image_uri=image,
    role=role,
    instance_count=1,
    instance_type="ml.m5.large",
    network_config=NetworkConfig(
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
    ),
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
)
a = ProcessingStep(
    "A",
    processor=first,
    job_name="a",
    kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
b = ProcessingStep(
    "B",
    processor=second,
    job_name="b",
    kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
a.add_catch(Catch(error_equals=["States.TaskFailed"], next_step=Fail("Failed")))
choice = Choice("Is there data?")
choice.add_choice(rule=ChoiceRule.BooleanEquals(variable="$.Data", value=True), next_step=a)
choice.default_choice(next_step=b)
start = Pass("Start")
start.next(choice)
Workflow(name="w", definition=Chain([start]), role="arn:aws:iam::111122223333:role/StateMachines").create()
