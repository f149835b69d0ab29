import json
for name in ["a", "b"]:
    with open(f"{name}.json", "w") as f:
        json.dump({"ModelName": name, "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}, f)
!aws sagemaker create-model --cli-input-json file://b.json
!aws sagemaker create-model --cli-input-json file://a.json
