from sagemaker.modules.train import ModelTrainer

ModelTrainer(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole").train(wait=False)
