%%bash
aws sagemaker create-processing-job --processing-job-name p --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole \
  --app-specification ImageUri=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1 \
  --processing-resources 'ClusterConfig={InstanceCount=1,InstanceType=ml.m5.large,VolumeSizeInGB=30,VolumeKmsKeyId=alias/ml-volume}' \
  --network-config EnableNetworkIsolation=true
