# sdk: v3
# user defaults: all.yaml
from sagemaker.core.resources import TrainingJob
from sagemaker.core.shapes import AlgorithmSpecification, OutputDataConfig, ResourceConfig, StoppingCondition, VpcConfig

TrainingJob.create(
    training_job_name="core-1",
    role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    algorithm_specification=AlgorithmSpecification(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", training_input_mode="File"),
    output_data_config=OutputDataConfig(s3_output_path="s3://ml-artifacts/"),
    resource_config=ResourceConfig(instance_type="ml.m5.xlarge", instance_count=1, volume_size_in_gb=30),
    stopping_condition=StoppingCondition(max_runtime_in_seconds=3600),
)
