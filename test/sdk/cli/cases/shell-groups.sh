#!/bin/bash
mkdir -p requests && cd requests
make_request() {
  cat <<JSON
{
  "ModelName": "$1",
  "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole",
  "PrimaryContainer": {"Image": "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"},
  "VpcConfig": {"Subnets": ["${2:-subnet-0a10000000000001a}"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
}
JSON
}
make_request churn-a > a.json
if [ $# -eq 0 ] || [ "$1" = all ]; then :; fi
aws sagemaker create-model --cli-input-json file://a.json
cd ..
aws sagemaker create-model --cli-input-json "file://$PWD/requests/a.json" --model-name churn-b
set -- subnet-0a10000000000001b churn-c
{
  make_request "$2" "$1"
} > c.json
aws sagemaker create-model --cli-input-json file://./c.json
