!aws sagemaker update-training-job --training-job-name churn-1 --vpc-config Subnets=subnet-0a10000000000001a,subnet-0a10000000000002b,SecurityGroupIds=sg-0a1000000000000aa
