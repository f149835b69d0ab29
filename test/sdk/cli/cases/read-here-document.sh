#!/bin/bash
read -r -d '' VPC <<'EOF' || true
{"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
EOF
aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config "$VPC"
