# sdk: v3
from sagemaker.core.resources import OptimizationJob
from sagemaker.core.shapes import OptimizationJobModelSource, OptimizationJobModelSourceS3, OptimizationConfig, ModelQuantizationConfig, OptimizationJobOutputConfig, StoppingCondition, OptimizationVpcConfig

OptimizationJob.create(
    optimization_job_name="opt", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", model_source=OptimizationJobModelSource(s3=OptimizationJobModelSourceS3(s3_uri="s3://ml-data/m")),
    deployment_instance_type="ml.g5.2xlarge", optimization_configs=[OptimizationConfig(model_quantization_config=ModelQuantizationConfig(image="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1"))],
    output_config=OptimizationJobOutputConfig(s3_output_location="s3://ml-data/o", kms_key_id="alias/ml-output"), stopping_condition=StoppingCondition(max_runtime_in_seconds=900),
    vpc_config=OptimizationVpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
)
