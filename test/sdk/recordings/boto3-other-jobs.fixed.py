import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")

# %%
output_config = {"S3OutputLocation": "s3://ml-artifacts/x"}
network_config = {"VpcConfig": {"SecurityGroupIds": ["sg-0a1000000000000aa"],
               "Subnets": ["subnet-0a10000000000001a"]}}
request = dict(AIBenchmarkJobName="churn")
request["BenchmarkTarget"] = {"Endpoint": {"Identifier": "churn"}}
request["OutputConfig"] = output_config
request["AIWorkloadConfigIdentifier"] = "churn"
request["RoleArn"] = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
request["NetworkConfig"] = network_config
sm.create_ai_benchmark_job(**request)

# %%
request = {"AIRecommendationJobName": "churn", "ModelSource": {"S3": {"S3Uri": "s3://ml-artifacts/x"}}, "OutputConfig": {}, "AIWorkloadConfigIdentifier": "churn", "PerformanceTarget": {"Constraints": [{"Metric": "ttft-ms"}]}, "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
sm.create_ai_recommendation_job(**request)

# %%
output_data_config = {"KmsKeyId": "alias/ml-output", "S3OutputPath": "s3://ml-artifacts/x"}
sm.create_auto_ml_job(
    AutoMLJobName="churn",
    InputDataConfig=[{"TargetAttributeName": "churn"}],
    OutputDataConfig=output_data_config,
    RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    AutoMLJobConfig={"SecurityConfig": {"VpcConfig": {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}}},
)

# %%
output_config = {"S3OutputLocation": "s3://ml-artifacts/x", "KmsKeyId": "alias/ml-output"}
vpc_config = {"SecurityGroupIds": ["sg-0a1000000000000aa"], "Subnets": ["subnet-0a10000000000001a"]}
request = dict(CompilationJobName="churn")
request["RoleArn"] = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
request["OutputConfig"] = output_config
request["VpcConfig"] = vpc_config
request["StoppingCondition"] = {}
sm.create_compilation_job(**request)

# %%
output_config = {"S3OutputLocation": "s3://ml-artifacts/x", "KmsKeyId": "alias/ml-output"}
request = {"EdgePackagingJobName": "churn", "CompilationJobName": "churn", "ModelName": "churn", "ModelVersion": "churn", "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "OutputConfig": output_config}
sm.create_edge_packaging_job(**request)
