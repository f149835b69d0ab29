%%sh
aws sagemaker create-cluster --cluster-name c \
  --vpc-config Subnets=subnet-0a10000000000001a,SecurityGroupIds=sg-0a1000000000000aa \
  --instance-groups \
    InstanceGroupName=controller,InstanceType=ml.m5.xlarge,InstanceCount=1,ExecutionRole=arn:aws:iam::111122223333:role/SageMakerExecutionRole,'LifeCycleConfig={SourceS3Uri=s3://ml-data/lc,OnCreate=on.sh}' \
    'InstanceGroupName=worker,InstanceType=ml.m5.xlarge,InstanceCount=1,ExecutionRole=arn:aws:iam::111122223333:role/SageMakerExecutionRole,LifeCycleConfig={SourceS3Uri=s3://ml-data/lc,OnCreate=on.sh},OverrideVpcConfig={Subnets=[subnet-0a10000000000002b,subnet-0a10000000000001a],SecurityGroupIds=[sg-0a1000000000000aa]}'
