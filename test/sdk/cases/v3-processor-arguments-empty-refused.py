# sdk: v3
from sagemaker.core.processing import ScriptProcessor


def script():
    return ScriptProcessor(
        role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
        image_uri="111122223333.dkr.ecr.us-east-1.amazonaws.com/process:1",
        command=["python3"],
        instance_count=1,
        instance_type="ml.m5.large",
    )


# %%
script().run(code="prepare.py", arguments=["--rows", "10"], wait=False, logs=False)

# %%
script().run(code="prepare.py", arguments=[], wait=False, logs=False)
