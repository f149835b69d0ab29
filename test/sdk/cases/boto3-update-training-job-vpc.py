import boto3

boto3.client("sagemaker").update_training_job(TrainingJobName="churn-1", VpcConfig={"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]})
