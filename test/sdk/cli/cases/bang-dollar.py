role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
subnet = "subnet-0a10000000000001a"
group = "sg-0a1000000000000aa"
# %%
!aws sagemaker create-model --model-name churn --execution-role-arn $role --primary-container Image=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1 --vpc-config Subnets=$subnet,SecurityGroupIds=$group
