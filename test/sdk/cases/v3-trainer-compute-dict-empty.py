# sdk: v3
# What a dict does not say at all, or says to be None, the trainer fills in as well.
from sagemaker.train.model_trainer import ModelTrainer

image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

ModelTrainer(
    training_image=image,
    role=role,
    compute={"volume_size_in_gb": 50, "volume_kms_key_id": None},
    output_data_config={"s3_output_path": "s3://ml-artifacts/o"},
).train()
ModelTrainer(training_image=image, role=role, compute={}).train()
