"""Writes core/src/catalog/sagemaker-v3.json from the SageMaker Python SDK v3 of the running interpreter.

    python sagemaker_v3.py > ../../src/catalog/sagemaker-v3.json

The environment needs `sagemaker>=3`. Nothing is called: the SDK is imported and its signatures are read. The
notation is that of submitting_surface.py. `misspelt` are the names of structures' members that sagemaker-core sends
otherwise than the service model has them; `converted` those that pydantic makes into another type.
"""

from __future__ import annotations

import re

import converted_members
import misspelt_members
import sdk_introspection as sdk
import submitting_surface

# What a submitting call is written with, though it carries none of these settings itself.
ALSO = {
    "sagemaker.core.helper.session_helper.Session",
    "sagemaker.core.helper.session_helper.get_execution_role",
    "sagemaker.core.image_uris.retrieve",
    "sagemaker.core.inference_config.ServerlessInferenceConfig",
    "sagemaker.core.resource_requirements.ResourceRequirements",
    "sagemaker.serve.batch_inference.batch_transform_inference_config.BatchTransformInferenceConfig",
    "sagemaker.core.local.local_session.LocalSession",
    "sagemaker.core.network.NetworkConfig",
    "sagemaker.core.remote_function.client.remote",
    "sagemaker.core.resources.Algorithm",
    "sagemaker.core.resources.Endpoint",
    "sagemaker.core.resources.HyperParameterTuningJob",
    "sagemaker.core.resources.InferenceComponent",
    "sagemaker.core.resources.ModelPackage",
    "sagemaker.core.resources.MonitoringSchedule",
    "sagemaker.core.resources.TransformJob",
    "sagemaker.core.resources.UserProfile",
    "sagemaker.core.shapes.shapes.Channel",
    "sagemaker.core.shapes.shapes.CheckpointConfig",
    "sagemaker.core.shapes.shapes.ContainerDefinition",
    "sagemaker.core.shapes.shapes.DataSource",
    "sagemaker.core.shapes.shapes.ExperimentConfig",
    "sagemaker.core.shapes.shapes.FileSystemDataSource",
    "sagemaker.core.shapes.shapes.HyperParameterTrainingJobDefinition",
    "sagemaker.core.shapes.shapes.ModelDataSource",
    "sagemaker.core.shapes.shapes.ProcessingInput",
    "sagemaker.core.shapes.shapes.ProcessingOutput",
    "sagemaker.core.shapes.shapes.ProcessingOutputConfig",
    "sagemaker.core.shapes.shapes.ProcessingResources",
    "sagemaker.core.shapes.shapes.ProcessingS3Input",
    "sagemaker.core.shapes.shapes.ProcessingS3Output",
    "sagemaker.core.shapes.shapes.S3DataSource",
    "sagemaker.core.shapes.shapes.S3ModelDataSource",
    "sagemaker.core.shapes.shapes.StoppingCondition",
    "sagemaker.core.shapes.shapes.Tag",
    "sagemaker.core.shapes.shapes.TransformDataSource",
    "sagemaker.core.shapes.shapes.TransformInput",
    "sagemaker.core.shapes.shapes.TransformOutput",
    "sagemaker.core.shapes.shapes.TransformS3DataSource",
    "sagemaker.core.training.configs.HyperPodCompute",
    "sagemaker.core.training.configs.InputData",
    "sagemaker.core.training.configs.SourceCode",
    "sagemaker.core.workflow.execution_variables.ExecutionVariable",
    "sagemaker.core.workflow.execution_variables.ExecutionVariables",
    "sagemaker.core.workflow.functions.Join",
    "sagemaker.core.workflow.functions.JsonGet",
    "sagemaker.core.workflow.parameters.ParameterFloat",
    "sagemaker.core.workflow.parameters.ParameterInteger",
    "sagemaker.core.workflow.parameters.ParameterString",
    "sagemaker.core.workflow.pipeline_context.LocalPipelineSession",
    "sagemaker.core.workflow.pipeline_context.PipelineSession",
    "sagemaker.core.workflow.properties.Properties",
    "sagemaker.core.workflow.step_outputs.StepOutput",
    "sagemaker.mlops.workflow.callback_step.CallbackStep",
    "sagemaker.mlops.workflow.clarify_check_step.ClarifyCheckStep",
    "sagemaker.mlops.workflow.cleanup_step.CleanupStep",
    "sagemaker.mlops.workflow.condition_step.ConditionStep",
    "sagemaker.mlops.workflow.emr_serverless_step.EMRServerlessStep",
    "sagemaker.mlops.workflow.emr_step.EMRStep",
    "sagemaker.mlops.workflow.endpoint_step.EndpointConfigStep",
    "sagemaker.mlops.workflow.endpoint_step.EndpointStep",
    "sagemaker.mlops.workflow.fail_step.FailStep",
    "sagemaker.mlops.workflow.for_each_step.ForEachStep",
    "sagemaker.mlops.workflow.function_step.step",
    "sagemaker.mlops.workflow.inference_component_step.InferenceComponentStep",
    "sagemaker.mlops.workflow.lambda_step.LambdaStep",
    "sagemaker.mlops.workflow.lineage_step.LineageStep",
    "sagemaker.mlops.workflow.model_step.ModelStep",
    "sagemaker.mlops.workflow.monitor_batch_transform_step.MonitorBatchTransformStep",
    "sagemaker.mlops.workflow.pipeline.Pipeline",
    "sagemaker.mlops.workflow.quality_check_step.QualityCheckStep",
    "sagemaker.mlops.workflow.step_collections.StepCollection",
    "sagemaker.mlops.workflow.steps.JobStep",
    "sagemaker.mlops.workflow.steps.ProcessingStep",
    "sagemaker.mlops.workflow.steps.TrainingStep",
    "sagemaker.mlops.workflow.steps.TransformStep",
    "sagemaker.mlops.workflow.steps.TuningStep",
    "sagemaker.train.tuner.HyperparameterTuner",
}
SKIPPED = re.compile(
    r"\.(cli|local|container_drivers|runtime_environment|sm_recipes|ai_registry|jumpstart|model_server|utils"
    r"|feature_processor|aws_batch|spark_launcher|interactive_apps|lineage|experiments|remote_function\.core"
    r"|tests?)(\.|$)|^sagemaker\.core\.modules(\.|$)"
)
KEPT = re.compile(r"^sagemaker\.core\.local(\.local_session)?$")
PACKAGES = ("sagemaker", "sagemaker-core", "sagemaker-train", "sagemaker-serve", "sagemaker-mlops")


def main() -> None:
    described = submitting_surface.describe(is_wanted, ALSO)
    converted = converted_members.by_type()
    misspelt = misspelt_members.by_python_name()
    sdk.write(
        {"versions": sdk.versions(*PACKAGES), **described, "converted": converted, "misspelt": misspelt}
    )


def is_wanted(module: str) -> bool:
    return KEPT.search(module) is not None or SKIPPED.search(module) is None


if __name__ == "__main__":
    main()
