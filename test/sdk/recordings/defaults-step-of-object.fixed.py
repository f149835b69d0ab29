# user defaults: tags-of-each.yaml
from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput, TransformInput
from sagemaker.processing import Processor
from sagemaker.transformer import Transformer
from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.workflow.steps import ProcessingStep, TrainingStep, TransformStep

session = PipelineSession()
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"
image = "111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1"
machines = {"instance_count": 1, "instance_type": "ml.m5.xlarge", "sagemaker_session": session}

# %%
train = TrainingStep(
    name="Train",
    estimator=Estimator(
        image_uri=image,
        role=role,
        **machines,
        subnets=["subnet-0a10000000000001a", "subnet-0a10000000000002b"],
        security_group_ids=["sg-0a1000000000000aa"],
        volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    ),
    inputs={"train": TrainingInput("s3://ml-data/train")},
)
process = ProcessingStep(name="Process", processor=Processor(
    image_uri=image,
    role=role,
    **machines,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
))
transform = TransformStep(
    name="Transform",
    transformer=Transformer(
        model_name="m",
        **machines,
        volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
        output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
    ),
    inputs=TransformInput(data="s3://ml-data/in"),
)
Pipeline(name="p", steps=[train, process, transform], sagemaker_session=session).upsert(role_arn=role)
