import type { Value } from "../../python/value.js";
import { fieldOf } from "../../requests/field-of.js";
import type { Field, FieldPath } from "../../requests/request.js";
import { tagsOfSdk } from "../../requests/tags.js";
import { launch, object, type Sending, type Source } from "./family.js";
import { isEmptyDict } from "./values.js";

/** By which a job can be found again later: where the SDK takes them from, by operation. */
interface Traces {
  readonly tags: readonly Source[];
  /** The object may have others, by methods that are not followed: `Model.add_tags`. */
  readonly mayHaveMore?: true;
  readonly others?: readonly { readonly path: FieldPath; readonly from: readonly Source[] }[];
}

/** It may also come from a Run that the method is called in, so that a job without it is not told. */
const experiment = { path: "ExperimentConfig", from: [launch("experiment_config")] };
const capture = {
  path: "DataCaptureConfig.EnableCapture",
  // Methods of a session take the API's own structure
  from: [launch("data_capture_config.enable_capture"), launch("data_capture_config_dict.EnableCapture")],
};

/** Those of a step take the place of its object's. */
const ofStepOrObject = [launch("parameters.Tags"), launch("tags"), object("tags")];

const traces: Readonly<Record<string, Traces>> = {
  CreateTrainingJob: { tags: ofStepOrObject, others: [experiment] },
  CreateProcessingJob: { tags: ofStepOrObject, others: [experiment] },
  CreateTransformJob: { tags: ofStepOrObject, others: [experiment] },
  CreateAutoMLJob: { tags: [object("tags"), launch("tags")] },
  CreateAutoMLJobV2: { tags: [object("tags"), launch("tags")] },
  CreateModel: { tags: [launch("tags"), object("tags")], mayHaveMore: true },
  CreateEndpointConfig: {
    tags: [launch("tags"), object("tags")],
    mayHaveMore: true,
    others: [capture],
  },
  CreateEndpoint: { tags: [launch("tags"), object("tags")], mayHaveMore: true },
};

/**
 * Enters the tags, the experiment and the data capture of a request.
 *
 * @param valueOf What the notebook gives.
 * @param defaultOf What the SDK's defaults have under a key.
 * @returns The members that are not sent where they have no field now.
 */
export function enterTraces(
  fields: Map<FieldPath, Field>,
  { operation, fields: rows, addsTags, tagsKey }: Sending,
  valueOf: (sources: readonly Source[]) => Value | undefined,
  defaultOf: (key: string) => Value | undefined,
): readonly FieldPath[] {
  const own = traces[operation];
  if (own === undefined) return [];
  const key = tagsKey ?? `SageMaker.${operation.replace(/^Create/, "")}.Tags`;
  const tags = tagsOfSdk([valueOf(own.tags), defaultOf(key)]);
  if (tags) fields.set("Tags", tags);
  const others = (own.others ?? []).filter(({ path }) => rows.every((row) => row.path !== path));
  for (const { path, from } of others) {
    const value = valueOf(from);
    // An empty structure is not sent
    const field = value && !isEmptyDict(value) && fieldOf(value, { from: "argument" });
    if (field) fields.set(path, field);
  }
  return [
    ...(own.mayHaveMore === true || addsTags === true ? [] : ["Tags"]),
    ...(own.others ?? []).flatMap((one) => (one === experiment ? [] : [one.path])),
  ];
}

/**
 * Enters the tags of a tuning job: its own, those of its estimator, or of the first by name, and those that the SDK's
 * defaults have for training jobs.
 *
 * @source sagemaker 2.257.7, tuner.py, _prepare_tags_for_tuning; session.py, _map_tuning_config
 */
export function enterTunerTags(
  fields: Map<FieldPath, Field>,
  values: readonly (Value | undefined)[],
  defaultOf: (key: string) => Value | undefined,
): readonly FieldPath[] {
  const tags = tagsOfSdk([...values, defaultOf("SageMaker.TrainingJob.Tags")]);
  if (tags) fields.set("Tags", tags);
  return ["Tags"];
}
