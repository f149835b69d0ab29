from sagemaker.workflow.pipeline import Pipeline
from sagemaker.workflow.pipeline_context import PipelineSession
from sagemaker.network import NetworkConfig
from sagemaker.processing import ProcessingInput, ProcessingOutput, ScriptProcessor
from sagemaker.workflow.steps import ProcessingStep

session = PipelineSession()

network = NetworkConfig(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"])
processor = ScriptProcessor(
    image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
    command=["python3"],
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    network_config=network,
    sagemaker_session=session,
    volume_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000001",
    output_kms_key="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002",
)
steps = []
for name in ["clean", "split"]:
    arguments = processor.run(
        code="s3://ml-data/code/run.py",
        inputs=[ProcessingInput(source=f"s3://ml-data/{name}", destination="/opt/ml/processing/in")],
        outputs=[ProcessingOutput(source="/opt/ml/processing/out", destination=f"s3://ml-data/{name}/out")],
        kms_key="alias/ml-output" if name == "split" else None,
    )
    steps.append(ProcessingStep(name=name, step_args=arguments))

# %%
Pipeline(name="prepare", steps=steps, sagemaker_session=session).upsert("arn:aws:iam::111122223333:role/SageMakerExecutionRole")
