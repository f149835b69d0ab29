import subprocess
subprocess.run(["bash", "-c", "aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole"])
