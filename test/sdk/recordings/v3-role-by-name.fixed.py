# sdk: v3
# dynamic: RoleArn
from sagemaker import train
from sagemaker.train import configs

trainer = train.ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="SageMakerExecutionRole",
    compute=configs.Compute(
        instance_type="ml.c5.2xlarge",
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
    networking=configs.Networking(subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"], security_group_ids=["sg-0a1000000000000aa"]),
    output_data_config=configs.OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
trainer.train(wait=False)
