# user defaults: all.yaml
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
)
model = builder.build()
model.deploy(initial_instance_count=1, instance_type="ml.m5.xlarge", wait=False)
