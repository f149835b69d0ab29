export NAME=m ROLE
ROLE=arn:aws:iam::111122223333:role/SageMakerExecutionRole
cat > template.json <<'EOF2'
{"ModelName": "$NAME", "ExecutionRoleArn": "${ROLE}"}
EOF2
if command -v envsubst >/dev/null; then
envsubst < template.json > job.json
aws sagemaker create-model --cli-input-json file://job.json
fi
