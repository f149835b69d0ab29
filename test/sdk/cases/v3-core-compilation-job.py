# sdk: v3
from sagemaker.core.resources import CompilationJob
from sagemaker.core.shapes import OutputConfig, StoppingCondition, InputConfig, NeoVpcConfig

CompilationJob.create(
    compilation_job_name="neo", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", input_config=InputConfig(s3_uri="s3://ml-data/m.tar.gz", data_input_config="{}", framework="PYTORCH"),
    output_config=OutputConfig(s3_output_location="s3://ml-data/o", target_device="ml_c5", kms_key_id="alias/ml-output"),
    vpc_config=NeoVpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]), stopping_condition=StoppingCondition(max_runtime_in_seconds=900),
)
