%%writefile request.json
{
  "ModelName": "churn",
  "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
  "EnableNetworkIsolation": true,
  "VpcConfig": {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
}
# %%
!aws sagemaker create-model --cli-input-json file://./request.json
