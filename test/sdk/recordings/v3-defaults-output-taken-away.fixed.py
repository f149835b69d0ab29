# sdk: v3
# user defaults: trainer.yaml
# What was assigned None train() takes from the trainer's own section, of which a path of the output is not completed.
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(
        volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    ),
)
trainer.output_data_config = None
trainer.train(wait=False)
