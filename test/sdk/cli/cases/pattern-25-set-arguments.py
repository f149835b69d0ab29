%%sh
set -- subnet-0a10000000000001a sg-0a1000000000000aa
NAME=churn-model
aws sagemaker create-model --model-name "${NAME%-model}" --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --primary-container Image=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1 --vpc-config "Subnets=$1,SecurityGroupIds=$2"
