# dynamic: ExecutionRoleArn, ModelName
name = "churn"
# %%
!aws sagemaker create-model --model-name {name}-$HOMELESS --execution-role-arn arn:aws:iam::111122223333:role/x$NOBODY --vpc-config Subnets=subnet-0a10000000000001a,SecurityGroupIds=sg-0a1000000000000aa
