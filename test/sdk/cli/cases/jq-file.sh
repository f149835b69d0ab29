#!/bin/bash
NAME=m; SUBNET=subnet-0a10000000000001a
jq -n --arg name "$NAME" --arg role "arn:aws:iam::111122223333:role/SageMakerExecutionRole" --arg subnet "$SUBNET" '{ModelName: $name, ExecutionRoleArn: $role, VpcConfig: {Subnets: [$subnet], SecurityGroupIds: ["sg-0a1000000000000aa"]}}' > model.json
aws sagemaker create-model --cli-input-json file://model.json
