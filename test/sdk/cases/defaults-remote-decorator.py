# user defaults: all.yaml
from sagemaker.remote_function import remote
from sagemaker.remote_function.errors import DeserializationError


@remote
def add(a, b):
    return a + b


# %%
try:
    result = add(1, 2)
except DeserializationError:
    pass  # nobody ran it
