import type { SdkCatalog } from "../catalog/sdk-catalog.js";
import type { Context } from "../python/context.js";
import { elements } from "../python/expression.js";
import type { Instance } from "../python/library.js";
import {
  libraryType,
  noArguments,
  unknown,
  type BoundArguments,
  type MachineValue,
} from "../python/machine.js";

/*
 * Queues of AWS Batch, which take the request that a training job would make and make it when its turn comes.
 *
 * AWS Batch asks with a role of its own (AWSServiceRoleForAWSBatchWithSagemaker).
 *
 * @source sagemaker 2.257.7, aws_batch/training_queue.py; 3.27.0, train/aws_batch/training_queue.py
 */

const queues: ReadonlySet<string> = new Set([
  "sagemaker.aws_batch.training_queue.TrainingQueue",
  "sagemaker.train.aws_batch.training_queue.TrainingQueue",
]);

/** `TrainingQueue(name)`; undefined: another call. */
export function queueMade(path: string): Instance | undefined {
  return queues.has(path) ? { kind: "instance", type: path, members: new Map(), open: false } : undefined;
}

/** A call that makes the request of a job. */
export interface QueuedJob {
  readonly job: MachineValue;
  readonly type: string;
  readonly method: string;
  readonly bound: BoundArguments;
}

/** The jobs that `submit` or `map` gives to a queue; undefined: another method, or not known which. */
export function queuedJobs(
  type: string,
  name: string,
  { positional, keywords, openKeywords, openPositional }: BoundArguments,
  catalog: SdkCatalog,
  context: Context,
): readonly QueuedJob[] | undefined {
  if (!queues.has(type) || (name !== "submit" && name !== "map") || openKeywords || openPositional)
    return undefined;
  const job = keywords.get("training_job") ?? positional[0];
  const object = job && context.object(job);
  const own = object?.kind === "instance" ? libraryType(object.type) : undefined;
  const launch = own === undefined ? undefined : launches.find(({ base }) => catalog.isA(own, base));
  if (!job || own === undefined || !launch) return undefined;
  const inputs = keywords.get("inputs") ?? positional[1];
  const experiment = keywords.get("experiment_config") ?? positional[8];
  return inputsOfEach(name, inputs, context).map((input): QueuedJob => {
    const given = new Map<string, MachineValue>(input ? [[launch.inputs, input]] : []);
    if (experiment && launch.method === "fit") given.set("experiment_config", experiment);
    return { job, type: own, method: launch.method, bound: { ...noArguments, keywords: given } };
  });
}

/** `map` makes a job of each of its inputs. */
function inputsOfEach(
  name: string,
  inputs: MachineValue | undefined,
  context: Context,
): readonly (MachineValue | undefined)[] {
  if (name === "submit" || !inputs) return [inputs];
  const { items, open } = elements(inputs, context);
  return open ? [...items, unknown("it is one of the queue's inputs")] : items;
}

const launches = [
  { base: "sagemaker.estimator.EstimatorBase", method: "fit", inputs: "inputs" },
  {
    base: "sagemaker.modules.train.model_trainer.ModelTrainer",
    method: "train",
    inputs: "input_data_config",
  },
  { base: "sagemaker.train.model_trainer.ModelTrainer", method: "train", inputs: "input_data_config" },
] as const;
