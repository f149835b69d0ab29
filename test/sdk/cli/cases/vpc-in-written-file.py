%%writefile vpc.json
{"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
# %%
!aws sagemaker create-model --model-name churn --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config file://vpc.json
