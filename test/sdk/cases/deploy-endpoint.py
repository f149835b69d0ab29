# known: CreateEndpoint.EndpointName, CreateEndpoint.EndpointConfigName, UpdateEndpoint.EndpointName
from sagemaker.model import Model
from sagemaker.pytorch import PyTorchModel

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
model = Model(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1",
    model_data="s3://ml-data/model.tar.gz",
    role=role,
    name="churn",
)
model.deploy(1, "ml.m5.large", endpoint_name="churn-live", kms_key="alias/ml-volume")
model.deploy(1, "ml.m5.large", endpoint_name="churn-live", update_endpoint=True)

# %%
settings = {"endpoint_name": "churn-" + "test", "tags": [{"Key": "team", "Value": "risk"}]}
other = PyTorchModel(
    model_data="s3://ml-data/model.tar.gz",
    role=role,
    entry_point="serve.py",
    framework_version="2.1",
    py_version="py310",
)
other.deploy(instance_type="ml.m5.large", initial_instance_count=1, update_endpoint=False, **settings)
