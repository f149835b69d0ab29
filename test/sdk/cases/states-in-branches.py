from sagemaker.processing import Processor
from stepfunctions.steps import Catch, Chain, Choice, ChoiceRule, Fail, Pass, ProcessingStep
from stepfunctions.workflow import Workflow

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1"
first = Processor(image_uri=image, role=role, instance_count=1, instance_type="ml.m5.large")
second = Processor(image_uri=image, role=role, instance_count=1, instance_type="ml.m5.large")
a = ProcessingStep("A", processor=first, job_name="a")
b = ProcessingStep("B", processor=second, job_name="b")
a.add_catch(Catch(error_equals=["States.TaskFailed"], next_step=Fail("Failed")))
choice = Choice("Is there data?")
choice.add_choice(rule=ChoiceRule.BooleanEquals(variable="$.Data", value=True), next_step=a)
choice.default_choice(next_step=b)
start = Pass("Start")
start.next(choice)
Workflow(name="w", definition=Chain([start]), role="arn:aws:iam::111122223333:role/StateMachines").create()
