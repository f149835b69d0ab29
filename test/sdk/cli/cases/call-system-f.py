import os
name = "m"
subnets = ["subnet-0a10000000000001a", "subnet-0a10000000000002b"]
os.system(f"aws sagemaker create-model --model-name {name} --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config Subnets={','.join(subnets)},SecurityGroupIds=sg-0a1000000000000aa")
