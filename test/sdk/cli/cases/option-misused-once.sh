aws sagemaker create-training-job --training-job-name churn-1 --enable-network-isolation=true \
  --role-arn -x --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole \
  --algorithm-specification TrainingImage=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1,TrainingInputMode=File \
  --output-data-config S3OutputPath=s3://ml-data/out,KmsKeyId=alias/ml-output \
  --resource-config InstanceType=ml.m5.xlarge,InstanceCount=1,VolumeSizeInGB=30,VolumeKmsKeyId=alias/ml-volume \
  --stopping-condition MaxRuntimeInSeconds=3600 --enable-network-isolation
