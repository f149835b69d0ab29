# %%
import boto3

sm = boto3.client("sagemaker")
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
tags = {"Tags": [{"Key": "Team", "Value": "ml"}]}
# %%
sm.create_mlflow_app(Name="ml", ArtifactStoreUri="s3://ml-data/mlflow", RoleArn=role, **tags)
sm.create_mlflow_tracking_server(TrackingServerName="ml", ArtifactStoreUri="s3://ml-data/mlflow", RoleArn=role)
# %%
partner = {"Name": "comet", "Type": "comet", "Tier": "small", "AuthType": "IAM"}
partner["ExecutionRoleArn"] = role
sm.create_partner_app(**partner, KmsKeyId="alias/ml-volume")
# %%
for name in ["torch", "sklearn"]:
    sm.create_image(ImageName=name, RoleArn=role)
sm.update_image(ImageName="torch", RoleArn="arn:aws:iam::111122223333:role/Images")
# %%
sm.create_flow_definition(
    FlowDefinitionName="review",
    RoleArn=role,
    OutputConfig={"S3OutputPath": "s3://ml-data/review", "KmsKeyId": "alias/ml-output"},
)
sm.update_model_package(
    ModelPackageArn="arn:aws:sagemaker:us-east-1:111122223333:model-package/churn/3",
    ModelApprovalStatus="Approved",
)
sm.update_endpoint_weights_and_capacities(
    EndpointName="churn", DesiredWeightsAndCapacities=[{"VariantName": "v", "DesiredInstanceCount": 2}]
)
