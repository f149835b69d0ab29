import json

network = {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
text = json.dumps(network)
network["Subnets"].pop()
# %%
!aws sagemaker create-model --model-name churn-{len(network["Subnets"])} --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config '{text}' --primary-container Image=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1
