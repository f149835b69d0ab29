#!/bin/bash
VPC=$(jq -nc --arg s "subnet-0a10000000000001a" --arg g "sg-0a1000000000000aa" '{"Subnets": [$s], "SecurityGroupIds": [$g]}')
aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config "$VPC"
