import shlex
from subprocess import run
name = "model-1"
run(shlex.split(f"aws sagemaker create-model --model-name {name} --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole"))
