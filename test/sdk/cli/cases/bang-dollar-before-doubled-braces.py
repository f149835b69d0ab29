image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
# dynamic: PrimaryContainer.Image
groups = ["sg-0a1000000000000aa"]
# %%
!aws sagemaker create-model --model-name churn --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --primary-container Image=$image --vpc-config '{{"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["{groups[0]}"]}}'
