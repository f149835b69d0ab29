from sagemaker.estimator import Estimator
e = Estimator("111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_groups=[{"InstanceGroupName": "a", "InstanceType": "ml.m5.large", "InstanceCount": 1}])
e.fit(wait=False)
