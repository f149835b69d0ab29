import json
definition = {"Version": "2020-12-01", "Steps": []}
with open("def.json", "w") as f:
    json.dump(definition, f)
!aws sagemaker create-pipeline --pipeline-name p --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --client-request-token 01234567890123456789012345678901 --pipeline-definition file://def.json
