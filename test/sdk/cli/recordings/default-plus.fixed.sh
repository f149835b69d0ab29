#!/bin/bash
KEY=alias/k
aws sagemaker create-endpoint-config --endpoint-config-name c --production-variants VariantName=v,ModelName=m,InitialInstanceCount=1,InstanceType=ml.m5.large ${KEY:+--kms-key-id "$KEY"} --kms-key-id arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002
