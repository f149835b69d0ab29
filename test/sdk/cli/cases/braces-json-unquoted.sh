#!/bin/bash
aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config {"Subnets":["subnet-1"],"SecurityGroupIds":["sg-1"]}
aws sagemaker create-model --model-name m-{a,b} --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole
aws sagemaker create-notebook-instance --notebook-instance-name n --instance-type ml.t3.medium --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --subnet-id subnet-0a10000000000001a --security-group-ids sg-0a1000000000000{aa,bb}
