# sdk: v3
from sagemaker.core import resources, shapes

role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
resources.HyperParameterTuningJob.create(
    hyper_parameter_tuning_job_name="t",
    hyper_parameter_tuning_job_config=shapes.HyperParameterTuningJobConfig(strategy="Bayesian", resource_limits=shapes.ResourceLimits(max_parallel_training_jobs=1, max_number_of_training_jobs=2)),
    training_job_definition=shapes.HyperParameterTrainingJobDefinition(
        algorithm_specification=shapes.HyperParameterAlgorithmSpecification(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", training_input_mode="File"),
        role_arn=role,
        vpc_config=shapes.VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
        output_data_config=shapes.OutputDataConfig(s3_output_path="s3://ml-artifacts/o", kms_key_id="alias/ml-output"),
        hyper_parameter_tuning_resource_config=shapes.HyperParameterTuningResourceConfig(instance_type="ml.m5.large", instance_count=1, volume_size_in_gb=20, volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"),
        stopping_condition=shapes.StoppingCondition(max_runtime_in_seconds=3600),
    ),
)
