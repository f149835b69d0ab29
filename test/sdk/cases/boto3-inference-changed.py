import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")

# %%
sm.create_inference_component(InferenceComponentName="churn", EndpointName="churn")

# %%
sm.update_inference_component(InferenceComponentName="churn")

# %%
model_variants = [{"ModelName": "churn",
  "VariantName": "churn",
  "InfrastructureConfig": {"InfrastructureType": "RealTimeInference",
                           "RealTimeInferenceConfig": {"InstanceType": "ml.m5.large",
                                                       "InstanceCount": 1}}}]
shadow_mode_config = {"SourceModelVariantName": "churn",
 "ShadowModelVariants": [{"ShadowModelVariantName": "churn", "SamplingPercentage": 1}]}
request = {"Name": "churn", "Type": "ShadowMode", "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "EndpointName": "churn", "ModelVariants": model_variants, "ShadowModeConfig": shadow_mode_config, "KmsKey": "alias/ml-output"}
sm.create_inference_experiment(**request)

# %%
request = {"Name": "churn"}
sm.update_inference_experiment(**request)

# %%
routing_targets = [{"Name": "churn",
  "Destinations": [{"ResourceArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x"}]}]
sm.create_inference_router(InferenceRouterName="churn", RoutingTargets=routing_targets)

# %%
routing_targets = [{"Name": "churn",
  "Destinations": [{"ResourceArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x"}]}]
sm.update_inference_router(InferenceRouterName="churn", RoutingTargets=routing_targets)

# %%
request = dict(PipelineName="churn")
request["RoleArn"] = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
sm.update_pipeline(**request)
