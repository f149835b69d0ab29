!aws sagemaker create-transform-job --transform-job-name t --model-name churn \
  --transform-input 'DataSource={S3DataSource={S3DataType=S3Prefix,S3Uri=s3://ml-data/in}}' \
  --transform-output S3OutputPath=s3://ml-data/out,KmsKeyId=arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002 --transform-resources InstanceType=ml.m5.large,InstanceCount=1,VolumeKmsKeyId=arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001
