import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")

# %%
model_bias_app_specification = {"ImageUri": "s3://ml-artifacts/x", "ConfigUri": "s3://ml-artifacts/x"}
model_bias_job_input = {"GroundTruthS3Input": {"S3Uri": "s3://ml-artifacts/x"}}
model_bias_job_output_config = {"MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://ml-artifacts/x", "LocalPath": "churn"}}],
 "KmsKeyId": "alias/ml-output"}
job_resources = {"ClusterConfig": {"InstanceCount": 1,
                   "InstanceType": "ml.m5.large",
                   "VolumeSizeInGB": 30,
                   "VolumeKmsKeyId": "alias/ml-volume"}}
network_config = {"EnableInterContainerTrafficEncryption": True,
 "EnableNetworkIsolation": True,
 "VpcConfig": {"SecurityGroupIds": ["sg-0a1000000000000aa"],
               "Subnets": ["subnet-0a10000000000001a"]}}
request = {"JobDefinitionName": "churn", "ModelBiasAppSpecification": model_bias_app_specification, "ModelBiasJobInput": model_bias_job_input, "ModelBiasJobOutputConfig": model_bias_job_output_config, "JobResources": job_resources, "NetworkConfig": network_config, "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
sm.create_model_bias_job_definition(**request)

# %%
model_explainability_app_specification = {"ImageUri": "s3://ml-artifacts/x", "ConfigUri": "s3://ml-artifacts/x"}
model_explainability_job_output_config = {"MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://ml-artifacts/x", "LocalPath": "churn"}}],
 "KmsKeyId": "alias/ml-output"}
job_resources = {"ClusterConfig": {"InstanceCount": 1,
                   "InstanceType": "ml.m5.large",
                   "VolumeSizeInGB": 30,
                   "VolumeKmsKeyId": "alias/ml-volume"}}
network_config = {"EnableInterContainerTrafficEncryption": True,
 "EnableNetworkIsolation": True,
 "VpcConfig": {"SecurityGroupIds": ["sg-0a1000000000000aa"],
               "Subnets": ["subnet-0a10000000000001a"]}}
request = dict(JobDefinitionName="churn")
request["ModelExplainabilityAppSpecification"] = model_explainability_app_specification
request["ModelExplainabilityJobInput"] = {}
request["ModelExplainabilityJobOutputConfig"] = model_explainability_job_output_config
request["JobResources"] = job_resources
request["NetworkConfig"] = network_config
request["RoleArn"] = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
sm.create_model_explainability_job_definition(**request)

# %%
model_quality_job_input = {"GroundTruthS3Input": {"S3Uri": "s3://ml-artifacts/x"}}
model_quality_job_output_config = {"MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://ml-artifacts/x", "LocalPath": "churn"}}],
 "KmsKeyId": "alias/ml-output"}
job_resources = {"ClusterConfig": {"InstanceCount": 1,
                   "InstanceType": "ml.m5.large",
                   "VolumeSizeInGB": 30,
                   "VolumeKmsKeyId": "alias/ml-volume"}}
network_config = {"EnableInterContainerTrafficEncryption": True,
 "EnableNetworkIsolation": True,
 "VpcConfig": {"SecurityGroupIds": ["sg-0a1000000000000aa"],
               "Subnets": ["subnet-0a10000000000001a"]}}
request = {"JobDefinitionName": "churn", "ModelQualityAppSpecification": {"ImageUri": "s3://ml-artifacts/x"}, "ModelQualityJobInput": model_quality_job_input, "ModelQualityJobOutputConfig": model_quality_job_output_config, "JobResources": job_resources, "NetworkConfig": network_config, "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
sm.create_model_quality_job_definition(**request)

# %%
monitoring_schedule_config = {"MonitoringJobDefinition": {"MonitoringInputs": [{}],
                             "MonitoringOutputConfig": {"MonitoringOutputs": [{"S3Output": {"S3Uri": "s3://ml-artifacts/x",
                                                                                            "LocalPath": "churn"}}],
                                                        "KmsKeyId": "alias/ml-output"},
                             "MonitoringResources": {"ClusterConfig": {"InstanceCount": 1,
                                                                       "InstanceType": "ml.m5.large",
                                                                       "VolumeSizeInGB": 30,
                                                                       "VolumeKmsKeyId": "alias/ml-volume"}},
                             "MonitoringAppSpecification": {"ImageUri": "s3://ml-artifacts/x"},
                             "NetworkConfig": {"EnableInterContainerTrafficEncryption": True,
                                               "EnableNetworkIsolation": True,
                                               "VpcConfig": {"SecurityGroupIds": ["sg-0a1000000000000aa"],
                                                             "Subnets": ["subnet-0a10000000000001a"]}},
                             "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"},
 "MonitoringJobDefinitionName": "churn",
 "MonitoringType": "DataQuality"}
sm.update_monitoring_schedule(MonitoringScheduleName="churn", MonitoringScheduleConfig=monitoring_schedule_config)
