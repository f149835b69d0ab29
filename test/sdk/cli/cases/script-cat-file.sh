cat > job.json <<EOF2
{"ModelName": "m", "ExecutionRoleArn": "arn:aws:iam::111122223333:role/SageMakerExecutionRole"}
EOF2
aws sagemaker create-model --cli-input-json "$(cat job.json)"
aws sagemaker create-model --cli-input-json "$(< job.json)"
BODY=$(cat job.json)
aws sagemaker create-model --cli-input-json "$BODY"
