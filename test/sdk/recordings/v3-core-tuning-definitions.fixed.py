# sdk: v3
from sagemaker.core.resources import HyperParameterTuningJob
from sagemaker.core.shapes import HyperParameterTuningJobConfig, ResourceLimits, HyperParameterTrainingJobDefinition, HyperParameterAlgorithmSpecification, OutputDataConfig, ResourceConfig, StoppingCondition, VpcConfig

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
algorithm = HyperParameterAlgorithmSpecification(training_input_mode="File", training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/serve:1")

HyperParameterTuningJob.create(
    hyper_parameter_tuning_job_name="tune",
    hyper_parameter_tuning_job_config=HyperParameterTuningJobConfig(strategy="Bayesian", resource_limits=ResourceLimits(max_parallel_training_jobs=1)),
    training_job_definitions=[
        HyperParameterTrainingJobDefinition(
            definition_name="a", algorithm_specification=algorithm, role_arn=role,
            output_data_config=OutputDataConfig(s3_output_path="s3://ml-data/o", kms_key_id="alias/ml-output"), stopping_condition=StoppingCondition(max_runtime_in_seconds=3600),
            resource_config=ResourceConfig(instance_type="ml.m5.xlarge", instance_count=1, volume_size_in_gb=30, volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"),
            vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"]),
        ),
        HyperParameterTrainingJobDefinition(
            definition_name="b", algorithm_specification=algorithm, role_arn=role,
            output_data_config=OutputDataConfig(
                s3_output_path="s3://ml-data/o", kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
            ), stopping_condition=StoppingCondition(max_runtime_in_seconds=3600),
            resource_config=ResourceConfig(
                instance_type="ml.m5.xlarge",
                instance_count=1,
                volume_size_in_gb=30,
                volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
            ),
            vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]), enable_network_isolation=True,
        ),
    ],
)
