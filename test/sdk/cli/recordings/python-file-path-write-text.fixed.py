import json
from pathlib import Path
vpc = {"Subnets": ["subnet-0a10000000000001a"], "SecurityGroupIds": ["sg-0a1000000000000aa"]}
Path("vpc.json").write_text(json.dumps(vpc))
# %%
!aws sagemaker create-model --model-name m --execution-role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --vpc-config file://vpc.json
