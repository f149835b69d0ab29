# sdk: v3
# dynamic: CreateModel.EnableNetworkIsolation
from sagemaker.serve.model_builder import ModelBuilder
from sagemaker.serve.builder.schema_builder import SchemaBuilder
from sagemaker.train.model_trainer import ModelTrainer

model_builder = ModelBuilder(
    model="meta-llama/Meta-Llama-3-8B-Instruct",
    schema_builder=SchemaBuilder({"inputs": "a", "parameters": {}}, [{"generated_text": "b"}]),
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/djl-inference:0.29.0-lmi11.0.0-cu124",
    model_metadata={"CUSTOM_MODEL_PATH": "s3://ml-artifacts/llama/"},
)
# %%
optimized = model_builder.optimize(
    instance_type="ml.g5.24xlarge", accept_eula=True,
    quantization_config={"OverrideEnvironment": {"OPTION_QUANTIZE": "awq"}},
    output_path="s3://ml-artifacts/optimized/",
    vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]},
    kms_key="alias/ml-output",
)
