from sagemaker.network import NetworkConfig
from sagemaker.processing import Processor, ProcessingOutput, ScriptProcessor

network = NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
p = ScriptProcessor("arn:aws:iam::111122223333:role/SageMakerExecutionRole", "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", ["python3"], 1, "ml.m5.xlarge", output_kms_key="alias/ml-output")

p.run(
    code="train.py",
    outputs=[ProcessingOutput(source="/opt/ml/processing/o")],
    wait=False,
    logs=False,
    experiment_config={},
)

