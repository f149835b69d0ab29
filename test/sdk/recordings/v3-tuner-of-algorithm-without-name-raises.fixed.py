# sdk: v3
from sagemaker.core.parameter import ContinuousParameter
from sagemaker.train import ModelTrainer
from sagemaker.train.configs import Compute, Networking, OutputDataConfig
from sagemaker.train.tuner import HyperparameterTuner

ranges = {"eta": ContinuousParameter(0.1, 0.5)}
role = "arn:aws:iam::111122223333:role/SageMakerExecutionRole"

trainer = ModelTrainer(
    algorithm_name="arn:aws:sagemaker:us-east-1:111122223333:algorithm/a",
    role=role,
    networking=Networking(subnets=["subnet-0a10000000000001a"], security_group_ids=["sg-0a1000000000000aa"]),
    output_data_config=OutputDataConfig(
        kms_key_id="arn:aws:kms:us-east-1:111122223333:key/11111111-aaaa-4bbb-8ccc-000000000002"
    ),
)
HyperparameterTuner(trainer, "auc", ranges, base_tuning_job_name="named").tune(wait=False)

# %%
HyperparameterTuner(trainer, "auc", ranges).tune(wait=False)
