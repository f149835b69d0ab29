# dynamic: CreateModel.EnableNetworkIsolation, CreateModel.ExecutionRoleArn
from sagemaker.serve import ModelBuilder, SchemaBuilder
from sagemaker.estimator import Estimator

settings = dict(vpc_config={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})
builder = ModelBuilder(
    model="meta-llama/Meta-Llama-3-8B-Instruct",
    schema_builder=SchemaBuilder({"inputs": "a", "parameters": {}}, [{"generated_text": "b"}]),
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/djl-inference:0.29.0-lmi11.0.0-cu124",
    model_metadata={"CUSTOM_MODEL_PATH": "s3://ml-artifacts/llama/"}, vpc_config=settings["vpc_config"],
)
# %%
optimized = builder.optimize(
    "s3://ml-artifacts/optimized/", "ml.g5.24xlarge", "arn:aws:iam::111122223333:role/Other", accept_eula=True,
    quantization_config={"OverrideEnvironment": {"OPTION_QUANTIZE": "awq"}}, max_runtime_in_sec=7200, **settings,
)
predictor = optimized.deploy(instance_type="ml.g5.24xlarge", initial_instance_count=1, kms_key="alias/ml-volume")
