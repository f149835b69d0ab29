#!/bin/sh
# dynamic: KmsKeyId
stage=$(hostname)
case "$stage" in
  dev) KEY=alias/ml-volume ;;
  *) KEY=alias/ml-output ;;
esac
aws sagemaker create-endpoint-config --endpoint-config-name "churn" --kms-key-id "$KEY" \
  --production-variants "VariantName=a,ModelName=churn,InitialInstanceCount=1,InstanceType=ml.m5.large"
