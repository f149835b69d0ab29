%%bash
echo "aws sagemaker create-model --model-name echoed"
cat <<EOF
aws sagemaker create-model --model-name printed
EOF
# aws sagemaker create-model --model-name commented
false && aws s3 ls
aws sagemaker create-model --model-name churn --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --primary-container Image=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1
