import shlex, subprocess
cmd = "aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config 'Subnets=subnet-0a10000000000001a,SecurityGroupIds=sg-0a1000000000000aa'"
subprocess.run(shlex.split(cmd), check=True)
