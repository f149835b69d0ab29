import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")

# %%
input_config = {"VolumeKmsKeyId": "alias/ml-volume",
 "VpcConfig": {"SecurityGroupIds": ["sg-0a1000000000000aa"],
               "Subnets": ["subnet-0a10000000000001a"]}}
sm.create_inference_recommendations_job(JobName="churn", JobType="Default", RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", InputConfig=input_config, OutputConfig={"KmsKeyId": "alias/ml-output"})

# %%
sm.create_job(JobName="churn", RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", JobCategory="AgentRFT", JobConfigSchemaVersion="xxxxx", JobConfigDocument="churn")

# %%
output_config = {"S3OutputPath": "s3://ml-artifacts/x", "KmsKeyId": "alias/ml-output"}
human_task_config = {"WorkteamArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x",
 "UiConfig": {"UiTemplateS3Uri": "s3://ml-artifacts/x"},
 "TaskTitle": "churn",
 "TaskDescription": "churn",
 "NumberOfHumanWorkersPerDataObject": 1,
 "TaskTimeLimitInSeconds": 30}
request = dict(LabelingJobName="churn")
request["LabelAttributeName"] = "churn"
request["InputConfig"] = {"DataSource": {}}
request["OutputConfig"] = output_config
request["RoleArn"] = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
request["LabelCategoryConfigS3Uri"] = "s3://ml-artifacts/x"
request["HumanTaskConfig"] = human_task_config
sm.create_labeling_job(**request)

# %%
optimization_configs = [{"ModelSpeculativeDecodingConfig": {"Technique": "EAGLE"}}]
output_config = {"KmsKeyId": "alias/ml-output", "S3OutputLocation": "s3://ml-artifacts/x"}
vpc_config = {"SecurityGroupIds": ["sg-0a1000000000000aa"], "Subnets": ["subnet-0a10000000000001a"]}
sm.create_optimization_job(OptimizationJobName="churn", RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", ModelSource={}, DeploymentInstanceType="ml.p4d.24xlarge", MaxInstanceCount=1, OptimizationConfigs=optimization_configs, OutputConfig=output_config, StoppingCondition={}, VpcConfig=vpc_config)

# %%
vpc_config = {"SecurityGroupIds": ["sg-0a1000000000000aa"], "Subnets": ["subnet-0a10000000000001a"]}
model_config = {"BaseModelArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x"}
output_config = {"S3Location": {"Path": "s3://ml-artifacts/x", "KmsKeyArn": "alias/ml-output"}}
sm.create_training_session(TrainingSessionName="churn", LoraConfig={"Rank": 1, "Alpha": 1}, RoleArn="arn:aws:iam::111122223333:role/SageMakerExecutionRole", VpcConfig=vpc_config, ModelConfig=model_config, OutputConfig=output_config)
