%%bash
AWS_DEFAULT_REGION=us-west-2 aws sagemaker create-model --model-name churn --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --primary-container Image=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1
# %%
%%bash
aws sagemaker create-model --region eu-central-1 --model-name churn --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --primary-container Image=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1
