name = "churn"
# %%
%%bash -s "$name"
# dynamic: VpcConfig.SecurityGroupIds
MODEL=${1:-unnamed}
SUBNETS=${2:-subnet-0a10000000000001a,subnet-0a10000000000002b}
GROUP="${GROUP:=sg-0a1000000000000aa}"
aws sagemaker create-model --model-name "$MODEL" \
    --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole \
    --primary-container Image=111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1 \
    --vpc-config "Subnets=$SUBNETS,SecurityGroupIds=$GROUP"
