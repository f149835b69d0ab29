# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking

network = Networking()
network.subnets = ["subnet-0a10000000000001a"]
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    networking=network,
)
trainer.networking.security_group_ids = ["sg-0a1000000000000aa"]
network.subnets.append("subnet-0a10000000000002b")
trainer.compute = Compute(instance_type="ml.g5.xlarge", instance_count=1)
trainer.compute.volume_kms_key_id = "arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"
trainer.output_data_config.kms_key_id = "alias/ml-output"
trainer.stopping_condition.max_runtime_in_seconds = 600
trainer.train(wait=False)
