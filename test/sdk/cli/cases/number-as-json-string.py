%%bash
aws sagemaker create-endpoint-config --endpoint-config-name e --production-variants '[{"VariantName": "a", "ModelName": "churn", "InitialInstanceCount": "1", "InstanceType": "ml.m5.large"}]'
