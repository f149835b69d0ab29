# %%
import sagemaker
from sagemaker.sklearn.processing import SKLearnProcessor

role = sagemaker.get_execution_role()

# %%
# dynamic: RoleArn
processor = SKLearnProcessor(framework_version="1.2-1", role=role, instance_type="ml.m5.xlarge", instance_count=1)
processor.run(
    code="preprocess.py",
    outputs=[sagemaker.processing.ProcessingOutput(output_name="train", source="/opt/ml/processing/train")],
)
