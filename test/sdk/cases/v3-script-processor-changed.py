# sdk: v3
# dynamic: NetworkConfig.VpcConfig.Subnets, NetworkConfig.EnableInterContainerTrafficEncryption, ProcessingOutputConfig.KmsKeyId, ProcessingResources.ClusterConfig.InstanceCount
from sagemaker.core.processing import (
    Processor,
    ScriptProcessor,
    FrameworkProcessor,
    ProcessingInput,
    ProcessingOutput,
)
from sagemaker.core.shapes import ProcessingS3Input, ProcessingS3Output
from sagemaker.core.network import NetworkConfig

net = NetworkConfig(
    subnets=["subnet-0a10000000000001a"],
    security_group_ids=["sg-0a1000000000000aa"],
    enable_network_isolation=True,
)
sp = ScriptProcessor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/proc:1",
    command=["python3"],
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=net,
    volume_kms_key="alias/ml-volume",
    output_kms_key="alias/ml-output",
    max_runtime_in_seconds=900,
)
sp.run(
    code="preprocess.py",
    wait=False,
    logs=False,
    outputs=[
        ProcessingOutput(
            output_name="o",
            s3_output=ProcessingS3Output(
                s3_uri="s3://ml-out/o", local_path="/opt/ml/processing/o", s3_upload_mode="EndOfJob"
            ),
        )
    ],
)
net.subnets = ["subnet-0a10000000000002b"]
sp.network_config.encrypt_inter_container_traffic = True
sp.run(code="preprocess.py", wait=False, logs=False)
sp.instance_count = 3
sp.run(code="preprocess.py", wait=False, logs=False)
