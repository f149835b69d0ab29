%%writefile request.json
{
  "ModelName": "churn",
  "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
  "EnableNetworkIsolation": true
}
# %%
!aws sagemaker create-model --cli-input-json file://./request.json
