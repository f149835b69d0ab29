# sdk: v3
from pathlib import Path
from sagemaker.core.helper.session_helper import Session
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, InputData, Networking, OutputDataConfig
from sagemaker.train.configs import SourceCode

Path("train.py").write_text("")
session = Session()
trainer = ModelTrainer(
    training_image="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1",
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    compute=Compute(instance_type="ml.m5.xlarge", instance_count=1, volume_kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001"),
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    output_data_config=OutputDataConfig(
        s3_output_path="s3://ml-artifacts/out", kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
    source_code=SourceCode(command="python train.py"),
    sagemaker_session=session,
)
trainer.train([InputData(channel_name="train", data_source=f"s3://{session.default_bucket()}/train")], wait=False)
