%%bash
aws sagemaker create-auto-ml-job-v2 --auto-ml-job-name a --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole \
  --auto-ml-job-input-data-config '[{"ChannelType": "training", "ContentType": "text/csv", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/in"}}}]' \
  --output-data-config S3OutputPath=s3://ml-data/out \
  --auto-ml-problem-type-config '{"TabularJobConfig": {"TargetAttributeName": "y"}}'
