import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")

# %%
training_specification = {"TrainingImage": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
 "SupportedTrainingInstanceTypes": ["ml.m5.large"],
 "TrainingChannels": [{"Name": "churn",
                       "SupportedContentTypes": ["churn"],
                       "SupportedInputModes": ["Pipe"]}]}
sm.create_algorithm(AlgorithmName="churn", TrainingSpecification=training_specification)

# %%
sm.create_model_package(SecurityConfig={"KmsKeyId": "alias/ml-output"}, ModelLifeCycle={"Stage": "churn", "StageStatus": "churn"})

# %%
sm.create_model_card(ModelCardName="churn", SecurityConfig={"KmsKeyId": "alias/ml-output"}, Content="churn", ModelCardStatus="Draft")

# %%
sm.create_model_card_export_job(ModelCardName="churn", ModelCardExportJobName="churn", OutputConfig={"S3OutputPath": "s3://ml-artifacts/x"})

# %%
sm.create_hub(HubName="churn", HubDescription="churn")

# %%
request = {"ProjectName": "churn"}
sm.create_project(**request)
