%%bash
aws sagemaker create-processing-job --processing-job-name p --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole \
  --app-specification ImageUri=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1 \
  --processing-resources 'ClusterConfig={InstanceCount=1,InstanceType=ml.m5.large,VolumeSizeInGB=30,VolumeKmsKeyId=arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001}' \
  --network-config 'VpcConfig={Subnets=[subnet-0a10000000000001a,subnet-0a10000000000002b],SecurityGroupIds=[sg-0a1000000000000aa]}'
