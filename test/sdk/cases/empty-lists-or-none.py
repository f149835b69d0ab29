from sagemaker.estimator import Estimator

def ids(text):
    return [x.strip() for x in text.split(",") if x.strip()]

subnets, groups = ids(""), ids("")
est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", subnets=subnets or None, security_group_ids=groups or None)
est.fit("s3://ml-data/t", wait=False)

# %%
est = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/x:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", 1, "ml.m5.xlarge", subnets=ids("subnet-0a10000000000001a, "), security_group_ids=ids("sg-0a1000000000000aa"))
est.fit("s3://ml-data/t", wait=False)
