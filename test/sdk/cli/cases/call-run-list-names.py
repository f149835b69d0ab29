import subprocess
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
name = "m-" + "1"
vpc = f"Subnets=subnet-0a10000000000001a,SecurityGroupIds=sg-0a1000000000000aa"
cmd = [
    "aws", "sagemaker", "create-model",
    "--model-name", name,
    "--execution-role-arn", role,
    "--vpc-config", vpc,
]
cmd += ["--enable-network-isolation"]
subprocess.check_call(cmd)
