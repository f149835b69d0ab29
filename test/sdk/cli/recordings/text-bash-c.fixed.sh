#!/bin/bash
NAME=m
bash -c "aws sagemaker create-model --model-name $NAME --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --enable-network-isolation"
export KEY=alias/k
bash -c 'aws sagemaker create-endpoint-config --endpoint-config-name c --kms-key-id arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002 --production-variants VariantName=v,ModelName=m,InitialInstanceCount=1,InstanceType=ml.m5.large'
