#!/bin/bash
create_model() {
    local name="$1"
    aws sagemaker create-model \
        --model-name "$name" \
        --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole \
        --vpc-config "Subnets=subnet-0a10000000000001a,SecurityGroupIds=sg-0a1000000000000aa"
}

create_model churn
