!aws sagemaker create-transform-job --transform-job-name t --model-name churn \
  --transform-input 'DataSource={S3DataSource={S3DataType=S3Prefix,S3Uri=s3://ml-data/in}}' \
  --transform-output S3OutputPath=s3://ml-data/out --transform-resources InstanceType=ml.m5.large,InstanceCount=1
