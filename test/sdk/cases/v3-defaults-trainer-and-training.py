# sdk: v3
# user defaults: trainer-modules.yaml
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking

ModelTrainer(training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1").train(wait=False)
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    networking=Networking(enable_network_isolation=False),
).train(wait=False)
ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    compute=Compute(volume_kms_key_id="alias/ml-volume"),
).train(wait=False)
