from sagemaker.transformer import Transformer
from sagemaker.processing import Processor, ProcessingInput, ProcessingOutput
from sagemaker.model import Model
from stepfunctions.steps import TransformStep, ProcessingStep, ModelStep, Chain
from stepfunctions.workflow import Workflow
t = Transformer(model_name="m", instance_count=1, instance_type="ml.m5.large", output_path="s3://ml-data/to", tags=[{"Key": "e", "Value": "f"}])
p = Processor(role="arn:aws:iam::111122223333:role/SageMakerExecutionRole", image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", instance_count=1, instance_type="ml.m5.large", tags=[{"Key": "e", "Value": "f"}])
m = Model(image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/train:1", model_data="s3://ml-data/model.tar.gz", role="arn:aws:iam::111122223333:role/SageMakerExecutionRole")
a = TransformStep("A", transformer=t, job_name="a", model_name="m", data="s3://ml-data/in", content_type="text/csv", split_type="Line", tags={"x": "y"})
b = ProcessingStep("B", processor=p, job_name="b", inputs=[ProcessingInput(source="s3://ml-data/in", destination="/opt/ml/processing/in", input_name="i")], outputs=[ProcessingOutput(source="/opt/ml/processing/out", destination="s3://ml-data/out", output_name="o")], tags={"x": "y"}, experiment_config={"ExperimentName": "e"})
c = ModelStep("C", model=m, model_name="m", tags={"x": "y"})
wf = Workflow(name="w", definition=Chain([a, b, c]), role="arn:aws:iam::111122223333:role/StateMachines")
wf.create()
