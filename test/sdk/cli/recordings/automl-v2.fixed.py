%%bash
aws sagemaker create-auto-ml-job-v2 --auto-ml-job-name a --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole \
  --auto-ml-job-input-data-config '[{"ChannelType": "training", "ContentType": "text/csv", "DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://ml-data/in"}}}]' \
  --output-data-config S3OutputPath=s3://ml-data/out,KmsKeyId=arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002 \
  --auto-ml-problem-type-config '{"TabularJobConfig": {"TargetAttributeName": "y"}}' \
  --security-config 'VpcConfig={Subnets=[subnet-0a10000000000001a,subnet-0a10000000000002b],SecurityGroupIds=[sg-0a1000000000000aa]}'
