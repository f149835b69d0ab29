# sdk: v3
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute

trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(
        instance_type="ml.p5.48xlarge",
        instance_count=2,
        training_plan_arn="arn:aws:sagemaker:us-east-1:111122223333:training-plan/churn",
    ),
)
trainer.train(wait=False)
