import subprocess, json
with open("job.json", "w") as f:
    json.dump({"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}, f)
subprocess.run(["aws", "sagemaker", "create-model", "--cli-input-json", "file://job.json"], check=True)
