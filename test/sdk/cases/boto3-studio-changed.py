import boto3

sm = boto3.client("sagemaker", region_name="us-east-1")

# %%
user_settings = {"ExecutionRole": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
 "SecurityGroups": ["sg-0a1000000000000aa"],
 "SharingSettings": {"S3OutputPath": "s3://ml-artifacts/x", "S3KmsKeyId": "alias/ml-output"},
 "JupyterServerAppSettings": {"LifecycleConfigArns": ["churn"]},
 "KernelGatewayAppSettings": {"LifecycleConfigArns": ["churn"]},
 "CanvasAppSettings": {"TimeSeriesForecastingSettings": {"AmazonForecastRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"},
                       "ModelRegisterSettings": {"CrossAccountModelRegisterRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"},
                       "WorkspaceSettings": {"S3KmsKeyId": "alias/ml-output"},
                       "IdentityProviderOAuthSettings": [{}],
                       "GenerativeAiSettings": {"AmazonBedrockRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"},
                       "EmrServerlessSettings": {"ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}},
 "CodeEditorAppSettings": {"LifecycleConfigArns": ["churn"],
                           "AppLifecycleManagement": {"IdleSettings": {"LifecycleManagement": "ENABLED"}},
                           "BuiltInLifecycleConfigArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x"},
 "JupyterLabAppSettings": {"LifecycleConfigArns": ["churn"],
                           "AppLifecycleManagement": {"IdleSettings": {"LifecycleManagement": "ENABLED"}},
                           "EmrSettings": {"ExecutionRoleArns": ["arn:aws:iam::111122223333:role/SageMakerExecutionRole"]},
                           "BuiltInLifecycleConfigArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x"},
 "SpaceStorageSettings": {"DefaultEbsStorageSettings": {"DefaultEbsVolumeSizeInGb": 30,
                                                        "MaximumEbsVolumeSizeInGb": 30}},
 "StudioWebPortalSettings": {"HiddenInstanceTypes": ["ml.m5.large"],
                             "ExecutionRoleSessionNameMode": "STATIC"}}
request = dict(DomainId="churn")
request["UserProfileName"] = "churn"
request["UserSettings"] = user_settings
sm.create_user_profile(**request)

# %%
user_settings = {"ExecutionRole": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
 "SecurityGroups": ["sg-0a1000000000000aa"],
 "SharingSettings": {"S3OutputPath": "s3://ml-artifacts/x", "S3KmsKeyId": "alias/ml-output"},
 "JupyterServerAppSettings": {"LifecycleConfigArns": ["churn"]},
 "KernelGatewayAppSettings": {"LifecycleConfigArns": ["churn"]},
 "CanvasAppSettings": {"TimeSeriesForecastingSettings": {"AmazonForecastRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"},
                       "ModelRegisterSettings": {"CrossAccountModelRegisterRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"},
                       "WorkspaceSettings": {"S3KmsKeyId": "alias/ml-output"},
                       "IdentityProviderOAuthSettings": [{}],
                       "GenerativeAiSettings": {"AmazonBedrockRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"},
                       "EmrServerlessSettings": {"ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}},
 "CodeEditorAppSettings": {"LifecycleConfigArns": ["churn"],
                           "AppLifecycleManagement": {"IdleSettings": {"LifecycleManagement": "ENABLED"}},
                           "BuiltInLifecycleConfigArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x"},
 "JupyterLabAppSettings": {"LifecycleConfigArns": ["churn"],
                           "AppLifecycleManagement": {"IdleSettings": {"LifecycleManagement": "ENABLED"}},
                           "EmrSettings": {"ExecutionRoleArns": ["arn:aws:iam::111122223333:role/SageMakerExecutionRole"]},
                           "BuiltInLifecycleConfigArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x"},
 "SpaceStorageSettings": {"DefaultEbsStorageSettings": {"DefaultEbsVolumeSizeInGb": 30,
                                                        "MaximumEbsVolumeSizeInGb": 30}},
 "StudioWebPortalSettings": {"HiddenInstanceTypes": ["ml.m5.large"],
                             "ExecutionRoleSessionNameMode": "STATIC"}}
request = dict(DomainId="churn")
request["UserProfileName"] = "churn"
request["UserSettings"] = user_settings
sm.update_user_profile(**request)

# %%
default_user_settings = {"ExecutionRole": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
 "SecurityGroups": ["sg-0a1000000000000aa"],
 "SharingSettings": {"S3OutputPath": "s3://ml-artifacts/x", "S3KmsKeyId": "alias/ml-output"},
 "JupyterServerAppSettings": {"LifecycleConfigArns": ["churn"]},
 "KernelGatewayAppSettings": {"LifecycleConfigArns": ["churn"]},
 "CanvasAppSettings": {"TimeSeriesForecastingSettings": {"AmazonForecastRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"},
                       "ModelRegisterSettings": {"CrossAccountModelRegisterRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"},
                       "WorkspaceSettings": {"S3KmsKeyId": "alias/ml-output"},
                       "IdentityProviderOAuthSettings": [{}],
                       "GenerativeAiSettings": {"AmazonBedrockRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"},
                       "EmrServerlessSettings": {"ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}},
 "CodeEditorAppSettings": {"LifecycleConfigArns": ["churn"],
                           "AppLifecycleManagement": {"IdleSettings": {"LifecycleManagement": "ENABLED"}},
                           "BuiltInLifecycleConfigArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x"},
 "JupyterLabAppSettings": {"LifecycleConfigArns": ["churn"],
                           "AppLifecycleManagement": {"IdleSettings": {"LifecycleManagement": "ENABLED"}},
                           "EmrSettings": {"ExecutionRoleArns": ["arn:aws:iam::111122223333:role/SageMakerExecutionRole"]},
                           "BuiltInLifecycleConfigArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x"},
 "SpaceStorageSettings": {"DefaultEbsStorageSettings": {"DefaultEbsVolumeSizeInGb": 30,
                                                        "MaximumEbsVolumeSizeInGb": 30}},
 "StudioWebPortalSettings": {"HiddenInstanceTypes": ["ml.m5.large"],
                             "ExecutionRoleSessionNameMode": "STATIC"}}
default_space_settings = {"ExecutionRole": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
 "SecurityGroups": ["sg-0a1000000000000aa"],
 "JupyterServerAppSettings": {"LifecycleConfigArns": ["churn"]},
 "KernelGatewayAppSettings": {"LifecycleConfigArns": ["churn"]},
 "JupyterLabAppSettings": {"LifecycleConfigArns": ["churn"],
                           "AppLifecycleManagement": {"IdleSettings": {"LifecycleManagement": "ENABLED"}},
                           "EmrSettings": {"ExecutionRoleArns": ["arn:aws:iam::111122223333:role/SageMakerExecutionRole"]},
                           "BuiltInLifecycleConfigArn": "arn:aws:sagemaker:us-east-1:111122223333:thing/x"},
 "SpaceStorageSettings": {"DefaultEbsStorageSettings": {"DefaultEbsVolumeSizeInGb": 30,
                                                        "MaximumEbsVolumeSizeInGb": 30}}}
sm.update_domain(DomainId="churn", DefaultUserSettings=default_user_settings, AppSecurityGroupManagement="Service", DefaultSpaceSettings=default_space_settings, SubnetIds=["subnet-0a10000000000001a"], VpcId="vpc-0a100000000000001")

# %%
space_settings = {"JupyterServerAppSettings": {"LifecycleConfigArns": ["churn"]},
 "KernelGatewayAppSettings": {"LifecycleConfigArns": ["churn"]},
 "SpaceStorageSettings": {"EbsStorageSettings": {"EbsVolumeSizeInGb": 30}},
 "SpaceManagedResources": "ENABLED"}
request = dict(DomainId="churn")
request["SpaceName"] = "churn"
request["SpaceSettings"] = space_settings
request["OwnershipSettings"] = {"OwnerUserProfileName": "churn"}
request["SpaceSharingSettings"] = {"SharingType": "Private"}
sm.create_space(**request)

# %%
space_settings = {"JupyterServerAppSettings": {"LifecycleConfigArns": ["churn"]},
 "KernelGatewayAppSettings": {"LifecycleConfigArns": ["churn"]},
 "SpaceStorageSettings": {"EbsStorageSettings": {"EbsVolumeSizeInGb": 30}},
 "SpaceManagedResources": "ENABLED"}
request = dict(DomainId="churn")
request["SpaceName"] = "churn"
request["SpaceSettings"] = space_settings
sm.update_space(**request)

# %%
sm.create_app(DomainId="churn", AppType="JupyterServer", AppName="churn")

# %%
request = {"NotebookInstanceName": "churn", "InstanceType": "ml.t2.medium", "RoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "LifecycleConfigName": "churn", "DisassociateLifecycleConfig": True, "VolumeSizeInGB": 30, "RootAccess": "Enabled"}
sm.update_notebook_instance(**request)
