#!/bin/bash
IFS=',' read -r -a SUBNETS <<< "subnet-0a10000000000001a,subnet-0a10000000000002b"
aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config "{\"Subnets\": [\"${SUBNETS[0]}\", \"${SUBNETS[1]}\"], \"SecurityGroupIds\": [\"sg-0a1000000000000aa\"]}"
