# sdk: v3
from sagemaker.core.resources import AIBenchmarkJob
from sagemaker.core.shapes import AIBenchmarkNetworkConfig, VpcConfig, AIBenchmarkTarget, AIBenchmarkEndpoint, AIBenchmarkOutputConfig

AIBenchmarkJob.create(ai_benchmark_job_name="b", ai_workload_config_identifier="w", role_arn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", benchmark_target=AIBenchmarkTarget(endpoint=AIBenchmarkEndpoint(identifier="e")), output_config=AIBenchmarkOutputConfig(s3_output_location="s3://ml-data/o"), network_config=AIBenchmarkNetworkConfig(vpc_config=VpcConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])))
