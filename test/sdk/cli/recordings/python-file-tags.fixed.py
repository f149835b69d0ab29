import json
with open("tags.json", "w") as f:
    json.dump([{"Key": "a", "Value": "b"}], f)
with open("env.json", "w") as f:
    json.dump({"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "Environment": {"A": "1"}}, f)
!aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --tags file://tags.json --primary-container file://env.json --vpc-config Subnets=subnet-0a10000000000001a,subnet-0a10000000000002b,SecurityGroupIds=sg-0a1000000000000aa
