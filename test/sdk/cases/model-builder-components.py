from sagemaker.compute_resource_requirements.resource_requirements import ResourceRequirements
from sagemaker.serve import InferenceSpec, ModelServer, SchemaBuilder
from sagemaker.serve.builder.model_builder import ModelBuilder


class Spec(InferenceSpec):
    def load(self, model_dir):
        return model_dir

    def invoke(self, input_object, model):
        return input_object


builder = ModelBuilder(
    model_path="model",
    inference_spec=Spec(),
    schema_builder=SchemaBuilder("in", "out"),
    model_server=ModelServer.TORCHSERVE,
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
)
builder.build()
resources = ResourceRequirements(requests={"memory": 1024, "num_cpus": 1, "copies": 1})
builder.deploy(endpoint_name="e", inference_config=resources)
