# sdk: v3
from pydantic import ValidationError
from sagemaker.core.resources import Workforce
from sagemaker.core.shapes import WorkforceVpcConfigRequest

network = WorkforceVpcConfigRequest(
    vpc_id="vpc-0a100000000000001", subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]
)

# %%
try:
    Workforce.create(workforce_name="labelers", workforce_vpc_config=network)
except ValidationError as problem:
    print("made, and not understood when it was read back:", problem)
