from stepfunctions.steps import Chain, EndpointConfigStep, EndpointStep
from stepfunctions.workflow import Workflow

config = EndpointConfigStep(
    "Config",
    endpoint_config_name="churn",
    model_name="churn",
    initial_instance_count=1,
    instance_type="ml.m5.large",
)
start = EndpointStep("Start", endpoint_name="churn", endpoint_config_name="churn")
change = EndpointStep("Change", endpoint_name="churn", endpoint_config_name="churn", update=True)

# %%
workflow = Workflow(
    name="churn",
    definition=Chain([config, start, change]),
    role="arn:aws:iam::111122223333:role/StateMachines",
)
workflow.create()
