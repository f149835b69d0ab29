import subprocess, json
vpc = {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
subprocess.run(["aws", "sagemaker", "create-model", "--model-name", "m", "--execution-role-arn", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "--vpc-config", json.dumps(vpc)])
