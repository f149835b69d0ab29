%%bash
aws sagemaker create-processing-job --processing-job-name p --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --app-specification ImageUri=i \
  --processing-resources ClusterConfig={InstanceCount=1,InstanceType=ml.m5.xlarge,VolumeSizeInGB=20}
# %%
!aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --primary-container Image=i --tags Key=a,Value=b Key=c,Value=e
