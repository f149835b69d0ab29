# dynamic: KmsKeyId
import random
key = "alias/ml-volume"
if random.random() < 2:
    key = "alias/ml-output"
# %%
!aws sagemaker create-endpoint-config --endpoint-config-name e --kms-key-id {key} --production-variants VariantName=a,ModelName=churn,InitialInstanceCount=1,InstanceType=ml.m5.large
