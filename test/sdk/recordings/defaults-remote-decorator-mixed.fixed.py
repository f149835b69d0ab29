# user defaults: all.yaml
from sagemaker.remote_function import remote
from sagemaker.remote_function.errors import DeserializationError


@remote(
    subnets=["subnet-0b20000000000001a"],
    encrypt_inter_container_traffic=False,
    security_group_ids=["sg-0b2000000000000bb"],
)
def add(a, b):
    return a + b


# %%
try:
    result = add(1, 2)
except DeserializationError:
    pass  # nobody ran it
