def create(name, group):
    !aws sagemaker create-model --model-name {name} --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config Subnets=subnet-0a10000000000001a,SecurityGroupIds={group}

create("churn", "sg-0a1000000000000aa")
