import { remembering } from "../../catalog/remembering.js";
import { sagemakerSdk } from "../../catalog/sagemaker.js";
import { estimatorTransformer, type StepPart } from "./estimator-transformer.js";

/** What a step of a pipeline asks for when the pipeline runs. */
export interface StepKind {
  readonly type: string;
  /** Absent: no request of SageMaker's. */
  readonly operation?: string;
  /**
   * Parameters of the step's class that take the object which has the job's settings; `step_args`: what a method of
   * that object gave. None: the step has them itself.
   */
  readonly objects: readonly string[];
  /** What the names of its steps end with, by the operation. */
  readonly endings?: Readonly<Record<string, string>>;
  /** More steps than one come of it; the table of `repacking.ts` says when. */
  readonly mayRepack?: true;
  /** It comes to these, which take the object's settings and the step's own. */
  readonly parts?: readonly StepPart[];
  /** It comes to these steps, each of an object of its own. */
  readonly steps?: readonly (Pick<StepKind, "operation" | "objects"> & { readonly suffix: string })[];
}

/** A batch transform, and the check of what goes in or comes out. */
const monitoredTransform: Omit<StepKind, "type"> = {
  objects: [],
  steps: [
    { suffix: "-transform", operation: "CreateTransformJob", objects: ["transform_step_args"] },
    { suffix: "-monitoring", operation: "CreateProcessingJob", objects: ["check_job_configuration"] },
  ],
};

/*
 * The steps of SDK 2.257.7. Each row was seen with the real SDK (test/sdk).
 */
const kinds: readonly StepKind[] = [
  { type: "steps.TrainingStep", operation: "CreateTrainingJob", objects: ["step_args", "estimator"] },
  { type: "steps.ProcessingStep", operation: "CreateProcessingJob", objects: ["step_args", "processor"] },
  { type: "steps.TuningStep", operation: "CreateHyperParameterTuningJob", objects: ["step_args", "tuner"] },
  { type: "steps.TransformStep", operation: "CreateTransformJob", objects: ["step_args", "transformer"] },
  { type: "automl_step.AutoMLStep", operation: "CreateAutoMLJob", objects: ["step_args"] },
  { type: "steps.CreateModelStep", operation: "CreateModel", objects: ["model"] },
  {
    type: "quality_check_step.QualityCheckStep",
    operation: "CreateProcessingJob",
    objects: ["check_job_config"],
  },
  {
    type: "clarify_check_step.ClarifyCheckStep",
    operation: "CreateProcessingJob",
    objects: ["check_job_config"],
  },
  {
    type: "model_step.ModelStep",
    operation: "CreateModel",
    objects: ["step_args"],
    mayRepack: true,
    endings: { CreateModel: "-CreateModel", CreateModelPackage: "-RegisterModel" },
  },
  {
    type: "step_collections.RegisterModel",
    operation: "CreateModelPackage",
    objects: [],
    mayRepack: true,
    endings: { CreateModelPackage: "-RegisterModel" },
  },
  {
    type: "step_collections.EstimatorTransformer",
    objects: ["estimator"],
    mayRepack: true,
    parts: estimatorTransformer,
  },
  { type: "monitor_batch_transform_step.MonitorBatchTransformStep", ...monitoredTransform },
  { type: "notebook_job_step.NotebookJobStep", operation: "CreateTrainingJob", objects: [] },
  { type: "function_step.step", operation: "CreateTrainingJob", objects: [] },
  { type: "emr_step.EMRStep", objects: [] },
  { type: "lambda_step.LambdaStep", objects: [] },
].map((kind) => ({ ...kind, type: `sagemaker.workflow.${kind.type}` }) as StepKind);

/*
 * The steps of SDK 3.27.0, which take only what a method gave.
 */
const kindsOfThree: readonly StepKind[] = [
  { type: "steps.TrainingStep", operation: "CreateTrainingJob", objects: ["step_args"] },
  { type: "steps.ProcessingStep", operation: "CreateProcessingJob", objects: ["step_args"] },
  { type: "steps.TuningStep", operation: "CreateHyperParameterTuningJob", objects: ["step_args"] },
  { type: "steps.TransformStep", operation: "CreateTransformJob", objects: ["step_args"] },
  {
    type: "quality_check_step.QualityCheckStep",
    operation: "CreateProcessingJob",
    objects: ["check_job_config"],
  },
  {
    type: "clarify_check_step.ClarifyCheckStep",
    operation: "CreateProcessingJob",
    objects: ["check_job_config"],
  },
  { type: "model_step.ModelStep", operation: "CreateModel", objects: ["step_args"], mayRepack: true },
  { type: "monitor_batch_transform_step.MonitorBatchTransformStep", ...monitoredTransform },
  { type: "notebook_job_step.NotebookJobStep", operation: "CreateTrainingJob", objects: [] },
  { type: "function_step.step", operation: "CreateTrainingJob", objects: [] },
  { type: "endpoint_step.EndpointConfigStep", operation: "CreateEndpointConfig", objects: ["step_args"] },
  { type: "emr_step.EMRStep", objects: [] },
  { type: "emr_serverless_step.EMRServerlessStep", objects: [] },
  { type: "lambda_step.LambdaStep", objects: [] },
].map((kind) => ({ ...kind, type: `sagemaker.mlops.workflow.${kind.type}` }) as StepKind);

const conditionSteps = [
  "sagemaker.workflow.condition_step.ConditionStep",
  "sagemaker.mlops.workflow.condition_step.ConditionStep",
];
const pipelines = ["sagemaker.workflow.pipeline.Pipeline", "sagemaker.mlops.workflow.pipeline.Pipeline"];

export const isConditionStep = remembering((type): boolean =>
  conditionSteps.some((one) => sagemakerSdk.isA(type, one)),
);

export const isPipeline = remembering((type): boolean =>
  pipelines.some((one) => sagemakerSdk.isA(type, one)),
);

const all = [...kinds, ...kindsOfThree];

/** Undefined: no step, or one that asks nothing of anybody. */
export const stepKindOf = remembering((type): StepKind | undefined =>
  all.find((one) => one.type === type || sagemakerSdk.isA(type, one.type)),
);
