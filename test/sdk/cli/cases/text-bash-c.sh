#!/bin/bash
NAME=m
bash -c "aws sagemaker create-model --model-name $NAME --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --enable-network-isolation"
export KEY=alias/k
bash -c 'aws sagemaker create-endpoint-config --endpoint-config-name c --kms-key-id $KEY --production-variants VariantName=v,ModelName=m,InitialInstanceCount=1,InstanceType=ml.m5.large'
