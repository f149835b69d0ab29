%%bash
GROUPS_OF_MINE="sg-0a1000000000000aa sg-0a1000000000000bb"
aws sagemaker create-notebook-instance --notebook-instance-name n --instance-type ml.t3.medium --role-arn arn:aws:iam::111122223333:role/SageMakerExecutionRole --subnet-id subnet-0a10000000000001a --security-group-ids $GROUPS_OF_MINE --kms-key-id alias/ml-volume
