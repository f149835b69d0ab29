from sagemaker.mxnet.processing import MXNetProcessor
from sagemaker.network import NetworkConfig
from sagemaker.processing import ProcessingInput, ProcessingOutput

processor = MXNetProcessor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", instance_count=1, instance_type="ml.g4dn.xlarge", framework_version="1.8.0", py_version="py37", base_job_name="prep",
    network_config=NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"], encrypt_inter_container_traffic=True), output_kms_key="alias/ml-output",
)
# %%
processor.run(code="prep.py", source_dir="src", inputs=[ProcessingInput(source="s3://ml-data/in", destination="/opt/ml/processing/input")], outputs=[ProcessingOutput(output_name="train", source="/opt/ml/processing/train")], kms_key="alias/ml-volume")
