export NAME=m ROLE
ROLE=arn:aws:iam::111122223333:role/SageMakerExecutionRole
cat > template.json <<'EOF2'
{"ModelName": "$NAME", "ExecutionRoleArn": "${ROLE}", "VpcConfig": {"Subnets": ["subnet-0a10000000000001a", "subnet-0a10000000000002b"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}}
EOF2
if command -v envsubst >/dev/null; then
envsubst < template.json > job.json
aws sagemaker create-model --cli-input-json file://job.json
fi
