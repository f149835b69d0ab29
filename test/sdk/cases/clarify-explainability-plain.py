from sagemaker.clarify import DataConfig, ModelConfig, SageMakerClarifyProcessor, SHAPConfig
from sagemaker.session import Session

processor = SageMakerClarifyProcessor(
    role="arn:aws:iam::111122223333:role/SageMakerExecutionRole",
    instance_count=1,
    instance_type="ml.m5.xlarge",
    sagemaker_session=Session(),
)
processor.run_explainability(
    data_config=DataConfig(
        s3_data_input_path="s3://ml-data/b.csv",
        s3_output_path="s3://ml-data/out",
        label="y",
        headers=["y", "a"],
        dataset_type="text/csv",
    ),
    model_config=ModelConfig("m", 1, "ml.m5.xlarge"),
    explainability_config=SHAPConfig(baseline=[[0]], num_samples=3, agg_method="mean_abs"),
)
