#!/bin/bash
KEY=alias/k
aws sagemaker create-endpoint-config --endpoint-config-name c --production-variants VariantName=v,ModelName=m,InitialInstanceCount=1,InstanceType=ml.m5.large ${KEY:+--kms-key-id "$KEY"}
