import subprocess
def sh(command):
    print(command)
    return subprocess.run(command, shell=True, check=True)
# %%
sh("aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole")
