"""Writes core/src/catalog/sagemaker-v2.json from the SageMaker Python SDK v2 of the running interpreter.

    python sagemaker_v2.py > ../../src/catalog/sagemaker-v2.json

The environment needs `sagemaker<3`. Nothing is called: the SDK is imported and its signatures are read. The
notation is that of submitting_surface.py.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

import sdk_introspection as sdk
import submitting_surface

# What a submitting call is written with, though it carries none of these settings itself.
ALSO = {
    "sagemaker.amazon.amazon_estimator.RecordSet",
    "sagemaker.async_inference.async_inference_config.AsyncInferenceConfig",
    "sagemaker.automl.automl.AutoMLInput",
    "sagemaker.automl.automlv2.AutoMLDataChannel",
    "sagemaker.automl.automlv2.AutoMLImageClassificationConfig",
    "sagemaker.automl.automlv2.AutoMLTabularConfig",
    "sagemaker.automl.automlv2.AutoMLTextClassificationConfig",
    "sagemaker.automl.automlv2.AutoMLTextGenerationConfig",
    "sagemaker.automl.automlv2.AutoMLTimeSeriesForecastingConfig",
    "sagemaker.automl.automlv2.LocalAutoMLDataChannel",
    "sagemaker.base_predictor.Predictor",
    "sagemaker.batch_inference.batch_transform_inference_config.BatchTransformInferenceConfig",
    "sagemaker.compute_resource_requirements.resource_requirements.ResourceRequirements",
    "sagemaker.feature_store.feature_group.FeatureGroup",
    "sagemaker.inputs.TrainingInput",
    "sagemaker.inputs.FileSystemInput",
    "sagemaker.inputs.TransformInput",
    "sagemaker.instance_group.InstanceGroup",
    "sagemaker.modules.configs.InputData",
    "sagemaker.network.NetworkConfig",
    "sagemaker.processing.ProcessingInput",
    "sagemaker.processing.ProcessingOutput",
    "sagemaker.serverless.serverless_inference_config.ServerlessInferenceConfig",
    "sagemaker.session.Session",
    "sagemaker.session.get_execution_role",
    "sagemaker.image_uris.retrieve",
    "sagemaker.remote_function.client.remote",
    "sagemaker.session.production_variant",
    "sagemaker.workflow.function_step.step",
    "sagemaker.local.local_session.LocalSession",
    "sagemaker.tuner.HyperparameterTuner",
    "sagemaker.workflow.automl_step.AutoMLStep",
    "sagemaker.workflow.callback_step.CallbackStep",
    "sagemaker.workflow.clarify_check_step.ClarifyCheckStep",
    "sagemaker.workflow.condition_step.ConditionStep",
    "sagemaker.workflow.emr_step.EMRStep",
    "sagemaker.workflow.execution_variables.ExecutionVariable",
    "sagemaker.workflow.execution_variables.ExecutionVariables",
    "sagemaker.workflow.fail_step.FailStep",
    "sagemaker.workflow.functions.Join",
    "sagemaker.workflow.functions.JsonGet",
    "sagemaker.workflow.lambda_step.LambdaStep",
    "sagemaker.workflow.model_step.ModelStep",
    "sagemaker.workflow.monitor_batch_transform_step.MonitorBatchTransformStep",
    "sagemaker.workflow.parameters.ParameterFloat",
    "sagemaker.workflow.parameters.ParameterInteger",
    "sagemaker.workflow.parameters.ParameterString",
    "sagemaker.workflow.pipeline.Pipeline",
    "sagemaker.workflow.pipeline_context.LocalPipelineSession",
    "sagemaker.workflow.pipeline_context.PipelineSession",
    "sagemaker.workflow.properties.Properties",
    "sagemaker.workflow.quality_check_step.QualityCheckStep",
    "sagemaker.workflow.step_collections.EstimatorTransformer",
    "sagemaker.workflow.step_collections.RegisterModel",
    "sagemaker.workflow.step_outputs.StepOutput",
    "sagemaker.workflow.steps.CreateModelStep",
    "sagemaker.workflow.steps.ProcessingStep",
    "sagemaker.workflow.steps.TrainingStep",
    "sagemaker.workflow.steps.TransformStep",
    "sagemaker.workflow.steps.TuningStep",
}
SKIPPED = re.compile(
    r"\.(cli|local|serve|feature_store\.feature_processor|remote_function\.(runtime_environment|core)|aws_batch"
    r"|interactive_apps|container_drivers|lineage|experiments|training_compiler\.frameworks|jumpstart\.types|jumpstart\.factory)(\.|$)"
)
KEPT = re.compile(r"^sagemaker\.(local|local\.local_session|serve|serve\.builder\.model_builder)$")


def main() -> None:
    described = submitting_surface.describe(is_wanted, ALSO)
    classes = described["classes"]
    imported = {
        f"{place}.{path.rpartition('.')[2]}": path
        for path, entry in classes.items()
        for place in [path.rpartition(".")[0], *entry.get("imports", [])]
    }
    for path, old, new in old_names():
        if path in imported:
            classes[imported[path]].setdefault("oldNames", {})[old] = new
    sdk.write({"versions": sdk.versions("sagemaker"), **described})


def old_names() -> Iterator[tuple[str, str, str]]:
    """Import path of a class, v1 name of an argument, name now: from the SDK's own tool that migrates v1 code."""
    from sagemaker.cli.compatibility.v2.modifiers import renamed_params, training_params

    for name, places in training_params.ESTIMATORS.items():
        for old in training_params.PARAMS:
            for place in places:
                yield f"{place}.{name}", old, old.removeprefix("train_")
    for renamer in vars(renamed_params).values():
        abstract = {renamed_params.ParamRenamer, renamed_params.MethodParamRenamer}
        if not inspect.isclass(renamer) or renamer in abstract:
            continue
        if not issubclass(renamer, renamed_params.ParamRenamer):
            continue
        one = renamer()
        for name, places in one.calls_to_modify.items():
            for place in places:
                yield f"{place}.{name}", one.old_param_name, one.new_param_name


def is_wanted(module: str) -> bool:
    return KEPT.search(module) is not None or SKIPPED.search(module) is None


if __name__ == "__main__":
    main()
