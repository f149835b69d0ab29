import subprocess
p = subprocess.Popen(["aws", "sagemaker", "create-model", "--model-name", "m", "--execution-role-arn", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "--region", "us-west-2"], stdout=subprocess.PIPE)
p.wait()
