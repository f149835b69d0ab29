cat <<'EOF2' | tee job.json
{"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole", "VpcConfig": {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}}
EOF2
aws sagemaker create-model --cli-input-json file://job.json
cat job.json | tee other.json > /dev/null
aws sagemaker create-model --cli-input-json file://other.json
